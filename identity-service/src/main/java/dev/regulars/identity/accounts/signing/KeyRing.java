package dev.regulars.identity.accounts.signing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an installation in the order in which they sign, and when each of them does what.
 *
 * @param <K> what is kept of a key
 */
record KeyRing<K>(List<Key<K>> keys) {

    /**
     * A key is published at once, signs from one time on and is accepted until another.
     *
     * @param acceptedUntil absent while nothing follows it
     */
    record Key<K>(K key, Instant signsFrom, @Nullable Instant acceptedUntil) {

        boolean isAcceptedAt(Instant now) {
            return acceptedUntil == null || acceptedUntil.isAfter(now);
        }
    }

    /** A new ring's only key signs at once, so there is one at any time. */
    K signing(Instant now) {
        return keys.stream()
                .filter(key -> !key.signsFrom().isAfter(now))
                .reduce(keys.getFirst(), (earlier, later) -> later)
                .key();
    }

    /** Also those that do not sign yet: who reads them now believes them then. */
    List<K> accepted(Instant now) {
        return keys.stream().filter(key -> key.isAcceptedAt(now)).map(Key::key).toList();
    }

    /** Whether the newest key waits for its first use: then nothing follows it yet. */
    boolean isRotating(Instant now) {
        return keys.getLast().signsFrom().isAfter(now);
    }

    /** Expired keys are dropped, including their private halves. */
    KeyRing<K> followedBy(K key, Instant now, Duration lead, Duration grace) {
        Instant signsFrom = now.plus(lead);
        List<Key<K>> all = new ArrayList<>();
        for (Key<K> one : keys) {
            Instant until = one.acceptedUntil() == null ? signsFrom.plus(grace) : one.acceptedUntil();
            var kept = new Key<>(one.key(), one.signsFrom(), until);
            if (kept.isAcceptedAt(now)) {
                all.add(kept);
            }
        }
        all.add(new Key<>(key, signsFrom, null));
        return new KeyRing<>(List.copyOf(all));
    }

    <T> KeyRing<T> map(Function<K, T> into) {
        return new KeyRing<>(keys.stream()
                .map(one -> new Key<>(into.apply(one.key()), one.signsFrom(), one.acceptedUntil()))
                .toList());
    }
}
