/** How passwords are kept. */
@NullMarked
package dev.regulars.identity.password;

import org.jspecify.annotations.NullMarked;
