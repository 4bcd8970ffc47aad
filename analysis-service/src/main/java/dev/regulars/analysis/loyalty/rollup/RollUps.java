package dev.regulars.analysis.loyalty.rollup;

import static java.util.stream.Collectors.toSet;

import dev.regulars.analysis.loyalty.rollup.CountedEvent.Bucket;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.CommunityId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Counts events into the rows of members, and sums these up. The rows come first: whatever ends between the two steps, the events come
 * again and find their rows counted, and the sums are made anew.
 */
@ApplicationScoped
class RollUps {

    private static final int AT_ONCE = 16;

    private final Outbox outbox;

    RollUps(Outbox outbox) {
        this.outbox = outbox;
    }

    Uni<Void> count(List<CountedEvent> events) {
        return each(events, event -> MemberBucketDocument.count(outbox.alone(), event))
                .chain(() -> each(events.stream().map(CountedEvent::bucket).collect(toSet()), this::sumUp))
                .chain(() -> each(
                        newest(events).entrySet(),
                        one -> CommunityDocument.counted(outbox.alone(), one.getKey(), one.getValue())));
    }

    private Uni<Void> sumUp(Bucket bucket) {
        return BucketTotalDocument.changed(outbox.alone(), bucket)
                .chain(total -> MemberBucketDocument.sums(outbox.alone(), bucket)
                        .chain(sums -> total.store(outbox.alone(), sums)));
    }

    private static Map<CommunityId, Instant> newest(List<CountedEvent> events) {
        Map<CommunityId, Instant> newest = new HashMap<>();
        events.forEach(
                event -> newest.merge(event.community(), event.at(), (one, other) -> one.isAfter(other) ? one : other));
        return newest;
    }

    private static <T> Uni<Void> each(Collection<T> all, Function<T, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUni(work::apply)
                .merge(AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
