/** The member directory: one document for each person in each community. */
@NullMarked
package dev.regulars.identity.member;

import org.jspecify.annotations.NullMarked;
