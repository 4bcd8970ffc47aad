/** A partner system for demonstration: it checks, decrypts and keeps the webhooks it gets. */
@NullMarked
package dev.regulars.sandbox.receiver;

import org.jspecify.annotations.NullMarked;
