/** Widgets that a community puts on its own pages (contract §3.13). */
@NullMarked
package dev.regulars.identity.accounts.widget;

import org.jspecify.annotations.NullMarked;
