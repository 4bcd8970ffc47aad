package dev.regulars.gamification.streak.rule;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a period need not be kept.
 *
 * @param spent by a day of the period: whether a freeze froze or repaired it
 * @param pauses when the community had its streaks switched off
 */
public record Exceptions(Map<Long, Outcome> spent, List<Pause> pauses) {

    public static final Exceptions NONE = new Exceptions(Map.of(), List.of());

    /** Absent end: still. */
    public record Pause(Instant since, @Nullable Instant until) {

        boolean overlaps(Instant from, Instant to) {
            return since.isBefore(to) && (until == null || until.isAfter(from));
        }
    }

    @Nullable
    Outcome spentOn(Period period) {
        return spent.entrySet().stream()
                .filter(one -> period.contains(one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    boolean isPaused(Instant from, Instant to) {
        return pauses.stream().anyMatch(pause -> pause.overlaps(from, to));
    }
}
