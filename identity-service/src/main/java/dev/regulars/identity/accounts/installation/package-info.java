/** Operations of the installation admin. */
@NullMarked
package dev.regulars.identity.accounts.installation;

import org.jspecify.annotations.NullMarked;
