package dev.regulars.analysis.loyalty.rollup;

import static java.util.Objects.requireNonNullElse;

import dev.regulars.analysis.loyalty.rollup.CountedEvent.Bucket;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.worker.Worklists;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** Sums up the quarters of an hour whose rows changed. Two replicas sum up the same. */
@Startup
@ApplicationScoped
class SumBuckets {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** So many times longer than a sum took nobody sums up again. */
    private static final int REST = 10;

    private final Outbox outbox;

    SumBuckets(Worklists worklists, Outbox outbox) {
        this.outbox = outbox;
        var unused = worklists.every(
                PAUSE,
                "Summing up figures",
                now -> BucketTotalDocument.due(outbox.alone(), Instant.now()), // real time, since it is about cost
                total -> total.id,
                (total, now) -> sumUp(total),
                (total, until) -> total.sumLater(outbox.alone(), until));
    }

    private Uni<Void> sumUp(BucketTotalDocument total) {
        Instant begun = Instant.now();
        return MemberBucketDocument.sums(outbox.alone(), new Bucket(total.communityId, total.bucket))
                .chain(sums -> total.store(outbox.alone(), sums, next(begun)))
                .chain(() -> CommunityDocument.counted(
                        outbox.alone(), total.communityId, requireNonNullElse(total.newest, total.bucket)));
    }

    private static Instant next(Instant begun) {
        Instant now = Instant.now();
        return now.plus(Duration.between(begun, now).multipliedBy(REST));
    }
}
