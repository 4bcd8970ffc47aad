/** Where a sandbox lives: its folder, its ports, its addresses. */
@NullMarked
package dev.regulars.sandbox.home;

import org.jspecify.annotations.NullMarked;
