/** Which roles a member has, and what they let the member do. */
@NullMarked
package dev.regulars.community.role.member;

import org.jspecify.annotations.NullMarked;
