/** Transactional mail: templates, rendering, and the queue that each account carries. */
@NullMarked
package dev.regulars.identity.accounts.mail;

import org.jspecify.annotations.NullMarked;
