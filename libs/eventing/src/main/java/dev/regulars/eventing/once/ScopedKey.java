package dev.regulars.eventing.once;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The idempotency key of a call whose own document is the home of it, such as an order.
 *
 * @param id of the call, the same for every repeat; absent where the caller sent no key
 * @param fingerprint of all that makes two calls differ, for the document to keep
 * @param matches whether a kept fingerprint is that of this call
 */
public record ScopedKey(@Nullable String id, String fingerprint, Predicate<String> matches) {}
