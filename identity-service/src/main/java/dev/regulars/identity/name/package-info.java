/** Rules for usernames, display names and e-mail addresses. */
@NullMarked
package dev.regulars.identity.name;

import org.jspecify.annotations.NullMarked;
