/** The member directory: one document per community and account. */
@NullMarked
package dev.regulars.identity.directory.member;

import org.jspecify.annotations.NullMarked;
