/** Rocket.Chat's {@code users.info} (contract §3.15). */
@NullMarked
package dev.regulars.identity.accounts.rocketchat.user;

import org.jspecify.annotations.NullMarked;
