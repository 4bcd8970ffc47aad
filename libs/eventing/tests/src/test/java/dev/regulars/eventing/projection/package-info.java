@NullMarked
package dev.regulars.eventing.projection;

import org.jspecify.annotations.NullMarked;
