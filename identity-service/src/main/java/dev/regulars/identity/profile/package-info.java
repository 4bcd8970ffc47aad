/** What people say of themselves. */
@NullMarked
package dev.regulars.identity.profile;

import org.jspecify.annotations.NullMarked;
