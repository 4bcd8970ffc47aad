/** Mails that accounts are due. */
@NullMarked
package dev.regulars.identity.mail;

import org.jspecify.annotations.NullMarked;
