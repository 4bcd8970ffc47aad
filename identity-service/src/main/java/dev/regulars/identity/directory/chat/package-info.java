/** What Rocket.Chat's operations ask about people beside their accounts. */
@NullMarked
package dev.regulars.identity.directory.chat;

import org.jspecify.annotations.NullMarked;
