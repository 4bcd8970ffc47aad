/** Background work: polling, lists of due work, groups of waiting calls. */
@NullMarked
package dev.regulars.eventing.worker;

import org.jspecify.annotations.NullMarked;
