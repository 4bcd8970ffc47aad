/** Who answers for the installation as a whole, and what only they may do. */
@NullMarked
package dev.regulars.identity.installation;

import org.jspecify.annotations.NullMarked;
