package dev.regulars.faults.invariant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Checks that the first occurrences of events follow their documents' versions, in order and without gaps. */
final class EventOrder {

    /** The version of a document that an event carries: {@code n} counts from 1 in each epoch. */
    record Version(long epoch, long n) implements Comparable<Version> {

        private static final Comparator<Version> AGE =
                Comparator.comparingLong(Version::epoch).thenComparingLong(Version::n);

        boolean canFollow(Version before) {
            return epoch == before.epoch ? n == before.n + 1 : epoch > before.epoch && n == 1;
        }

        @Override
        public int compareTo(Version other) {
            return AGE.compare(this, other);
        }

        @Override
        public String toString() {
            return epoch + "." + n;
        }
    }

    private static final Version NONE = new Version(0, 0);

    /** For each document, the event id of each version. */
    private final Map<String, TreeMap<Version, String>> seen = new HashMap<>();

    private final List<String> violations = new ArrayList<>();

    /** Call it for all events in log order. */
    void observe(String document, Version version, String eventId) {
        TreeMap<Version, String> before = seen.computeIfAbsent(document, none -> new TreeMap<>());
        Version latest = before.isEmpty() ? NONE : before.lastKey();
        String same = before.putIfAbsent(version, eventId);
        if (same != null) {
            if (!same.equals(eventId)) {
                violations.add("%s: two events for version %s, %s and %s".formatted(document, version, same, eventId));
            }
        } else if (!version.canFollow(latest)) {
            violations.add("%s: %s was first seen after %s (event %s)".formatted(document, version, latest, eventId));
        }
    }

    List<String> violations() {
        return violations;
    }
}
