/** What an operation says of itself: its message, its other answers, its refusals. */
@NullMarked
package dev.regulars.web.operation;

import org.jspecify.annotations.NullMarked;
