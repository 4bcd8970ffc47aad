/** Pages that a partner embeds as an iframe, and the scripts that they load. */
@NullMarked
package dev.regulars.identity.accounts.widget.page;

import org.jspecify.annotations.NullMarked;
