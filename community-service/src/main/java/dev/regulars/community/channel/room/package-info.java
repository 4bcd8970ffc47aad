/** Channels as Rocket.Chat's rooms: who has which role in them, and who sees them. */
@NullMarked
package dev.regulars.community.channel.room;

import org.jspecify.annotations.NullMarked;
