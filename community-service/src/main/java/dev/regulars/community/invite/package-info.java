/** Invites: codes that let people in, with roles and limits. */
@NullMarked
package dev.regulars.community.invite;

import org.jspecify.annotations.NullMarked;
