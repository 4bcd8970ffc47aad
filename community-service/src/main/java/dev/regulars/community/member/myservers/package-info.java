/** The communities of a person, as the person sees them. */
@NullMarked
package dev.regulars.community.member.myservers;

import org.jspecify.annotations.NullMarked;
