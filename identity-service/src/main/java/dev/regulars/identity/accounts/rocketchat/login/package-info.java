/** Logging in and out as Rocket.Chat's clients do (contract §3.15). */
@NullMarked
package dev.regulars.identity.accounts.rocketchat.login;

import org.jspecify.annotations.NullMarked;
