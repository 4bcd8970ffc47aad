package dev.regulars.webhook.subscription.api;

import dev.regulars.web.refusal.Refusal;
import dev.regulars.webhook.payload.Payloads;
import dev.regulars.webhook.subscription.setting.Waits;
import dev.regulars.webhook.subscription.setting.Waits.EventWaits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and shows {@code schedule}: a list of seconds, or lists by event. */
final class WaitsReader {

    private static final int MOST = 30;
    private static final int LONGEST = 259_200;
    private static final String MUST =
            "must be a list of 1 to 30 whole seconds from 0 to 259200, or such lists by event";

    private WaitsReader() {}

    static @Nullable Waits read(@Nullable Object schedule) {
        return switch (schedule) {
            case null -> null;
            case List<?> all -> new Waits(seconds(all), List.of());
            case Map<?, ?> byEvent ->
                new Waits(
                        null,
                        byEvent.entrySet().stream().map(WaitsReader::ofEvent).toList());
            default -> throw Refusal.invalid("schedule", MUST);
        };
    }

    private static EventWaits ofEvent(Map.Entry<?, ?> one) {
        String event = String.valueOf(one.getKey());
        if (!Payloads.names().contains(event)) {
            throw Refusal.invalid("schedule", "must name events of the catalogue");
        }
        if (!(one.getValue() instanceof List<?> waits)) {
            throw Refusal.invalid("schedule", MUST);
        }
        return new EventWaits(event, seconds(waits));
    }

    private static List<Integer> seconds(List<?> waits) {
        boolean valid = !waits.isEmpty()
                && waits.size() <= MOST
                && waits.stream().allMatch(one -> one instanceof Integer wait && wait >= 0 && wait <= LONGEST);
        if (!valid) {
            throw Refusal.invalid("schedule", MUST);
        }
        return waits.stream().map(Integer.class::cast).toList();
    }

    static @Nullable Object show(@Nullable Waits waits) {
        if (waits == null || waits.all() != null) {
            return waits == null ? null : waits.all();
        }
        Map<String, List<Integer>> byEvent = new LinkedHashMap<>();
        waits.byEvent().forEach(one -> byEvent.put(one.event(), one.waits()));
        return byEvent;
    }
}
