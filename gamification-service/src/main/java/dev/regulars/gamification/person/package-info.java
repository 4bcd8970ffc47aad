/** Who is meant by an id, an e-mail address or a username. */
@NullMarked
package dev.regulars.gamification.person;

import org.jspecify.annotations.NullMarked;
