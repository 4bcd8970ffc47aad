/** A demo partner system that verifies, decrypts and keeps the webhooks it receives. */
@NullMarked
package dev.regulars.sandbox.receiver;

import org.jspecify.annotations.NullMarked;
