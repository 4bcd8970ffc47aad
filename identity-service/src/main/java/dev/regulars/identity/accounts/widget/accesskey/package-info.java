/** Access keys: a partner's server exchanges one for the embed token of a page. */
@NullMarked
package dev.regulars.identity.accounts.widget.accesskey;

import org.jspecify.annotations.NullMarked;
