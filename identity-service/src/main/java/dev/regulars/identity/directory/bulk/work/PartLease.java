package dev.regulars.identity.directory.bulk.work;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.identity.directory.bulk.job.BulkPartDocument;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;

/** Renews a lease while its part is being applied. */
final class PartLease {

    private final Tx tx;
    private final BulkPartDocument part;
    private final Duration length;
    private Instant renewAt;

    PartLease(Tx tx, BulkPartDocument part, Duration length, Instant begun) {
        this.tx = tx;
        this.part = part;
        this.length = length;
        this.renewAt = begun.plus(length.dividedBy(3));
    }

    /** Fails where another replica has the part meanwhile. */
    Uni<Void> keep() {
        Instant now = Instant.now(); // real time: another replica's clock is shifted alike, but not at the same moment
        if (now.isBefore(renewAt)) {
            return Uni.createFrom().voidItem();
        }
        renewAt = now.plus(length.dividedBy(3));
        return part.lease(tx, now.plus(length))
                .onItem()
                .ifNull()
                .failWith(() -> new IllegalStateException("another replica has part " + part.id))
                .replaceWithVoid();
    }
}
