/** On how many days in a row members logged in or visited; told to the directory. */
@NullMarked
package dev.regulars.gamification.streak.login;

import org.jspecify.annotations.NullMarked;
