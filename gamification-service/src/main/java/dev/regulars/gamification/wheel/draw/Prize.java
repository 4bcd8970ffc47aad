package dev.regulars.gamification.wheel.draw;

import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.joining;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A sector of the wheel.
 *
 * @param label names it; no two of a wheel are alike
 * @param weight how often it is drawn, in proportion to the sum of all weights
 * @param changes by unit: what the winner gets
 * @param stock how often it can be won in all; absent: any number of times
 * @param fallback label of the prize that is given instead, once it was won that often
 */
public record Prize(
        String label,
        long weight,
        Map<String, Long> changes,
        @Nullable Long stock,
        @Nullable String fallback) {

    public Prize {
        changes = requireNonNullElse(changes, Map.of());
    }

    /** One line of what is drawn under; neither labels nor units have a tab or a line break in them. */
    String canonical() {
        String units = new TreeMap<>(changes)
                .entrySet().stream()
                        .map(change -> change.getKey() + "=" + change.getValue())
                        .collect(joining(","));
        return label + "\t" + weight + "\t" + (fallback == null ? "" : ">" + fallback) + "\t" + units;
    }
}
