/** Channels: what they are, and what they change for roles and members. */
@NullMarked
package dev.regulars.community.channel;

import org.jspecify.annotations.NullMarked;
