package dev.regulars.analysis.loyalty.rollup;

import dev.regulars.analysis.loyalty.rollup.CountedEvent.Bucket;
import dev.regulars.eventing.outbox.Outbox;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts events into the rows of members, and has these summed up. The rows come first: whatever ends between the two steps, the events
 * come again and find their rows counted, and the sums are made anew.
 */
@ApplicationScoped
class RollUps {

    private static final int AT_ONCE = 16;

    private final Outbox outbox;

    RollUps(Outbox outbox) {
        this.outbox = outbox;
    }

    Uni<Void> count(List<CountedEvent> events) {
        return MemberBucketDocument.count(outbox.alone(), events).chain(() -> Multi.createFrom()
                .iterable(newest(events).entrySet())
                .onItem()
                .transformToUni(one -> BucketTotalDocument.changed(outbox.alone(), one.getKey(), one.getValue()))
                .merge(AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid());
    }

    private static Map<Bucket, Instant> newest(List<CountedEvent> events) {
        Map<Bucket, Instant> newest = new HashMap<>();
        events.forEach(
                event -> newest.merge(event.bucket(), event.at(), (one, other) -> one.isAfter(other) ? one : other));
        return newest;
    }
}
