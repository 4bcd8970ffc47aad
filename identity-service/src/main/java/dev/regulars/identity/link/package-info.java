/** Accounts that a community asks for and their owners have to give: nobody is added to what they do not know of. */
@NullMarked
package dev.regulars.identity.link;

import org.jspecify.annotations.NullMarked;
