/** Tokens of widgets: how they are issued, and whom they stand for. */
@NullMarked
package dev.regulars.identity.accounts.widget.token;

import org.jspecify.annotations.NullMarked;
