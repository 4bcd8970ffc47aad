package dev.regulars.rewards.order.history;

import dev.regulars.rewards.order.OrderParts.StatusChange;
import dev.regulars.rewards.status.StatusView;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A step of an order through the statuses (contract §3.16). */
@Schema(examples = """
        {"status": {"_id": "66b1f401a4d3e5f607182960", "name": "Pending", "category": "incomplete", "color": "#3EA1FD"},
         "actor": {"kind": "user", "id": "66b1f0e9a4d3e5f607182939"}, "note": "Sent by post",
         "createdAt": "2026-03-10T16:15:50.123Z"}""")
record HistoryView(
        @Schema(description = "As it was called then") StatusView status,
        @Schema(description = "Who did it") ActorView actor,
        @Nullable String note,
        Instant createdAt) {

    /** Who changed an order. */
    record ActorView(
            @Schema(description = "`user`, `key` …") String kind,

            @Schema(description = "Of the account or the key")
            String id) {}

    static HistoryView of(StatusChange step) {
        var status = step.status();
        return new HistoryView(
                new StatusView(status.id(), status.name(), status.category(), status.color()),
                new ActorView(step.actor().kind(), step.actor().id()),
                step.note(),
                step.at());
    }
}
