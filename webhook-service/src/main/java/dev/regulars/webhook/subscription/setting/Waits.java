package dev.regulars.webhook.subscription.setting;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Windows between attempts, in seconds, instead of those of the installation.
 *
 * @param all for every event without windows of its own; null: those of the installation
 */
public record Waits(@Nullable List<Integer> all, List<EventWaits> byEvent) {

    /** Of one event. */
    public record EventWaits(String event, List<Integer> waits) {}

    /** Null where the windows of the installation hold. */
    public @Nullable List<Duration> of(String event) {
        List<Integer> seconds = byEvent.stream()
                .filter(one -> one.event().equals(event))
                .findFirst()
                .map(EventWaits::waits)
                .orElse(all);
        return seconds == null
                ? null
                : seconds.stream().map(Duration::ofSeconds).toList();
    }
}
