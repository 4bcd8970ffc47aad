package dev.regulars.identity.directory.bulk.work;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.worker.Poller;
import dev.regulars.identity.directory.bulk.BulkConfig;
import dev.regulars.identity.directory.bulk.job.BulkJobDocument;
import dev.regulars.identity.directory.bulk.job.BulkPartDocument;
import dev.regulars.identity.directory.bulk.job.JobCounts;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Applies jobs a part at a time. Each time it is the turn of the community that has waited longest, and of its oldest job: so jobs of
 * one community keep their order, none waits for another community's, and all replicas share the parts of a job.
 */
@ApplicationScoped
public class BulkWorker {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int AFTER_ALL_OTHERS = 10_000;

    private final List<Poller> lanes;
    private final PartWorker parts;
    private final BulkConfig config;
    private final Outbox outbox;

    BulkWorker(Vertx vertx, PartWorker parts, BulkConfig config, Outbox outbox) {
        this.parts = parts;
        this.config = config;
        this.outbox = outbox;
        this.lanes = IntStream.range(0, config.lanes())
                .mapToObj(lane -> Poller.every(vertx, PAUSE, "Applying bulk files", this::round))
                .toList();
    }

    /** There is a job. */
    public void wake() {
        lanes.forEach(Poller::wake);
    }

    void start(@Observes @Priority(AFTER_ALL_OTHERS) StartupEvent ready) {
        lanes.forEach(Poller::start);
    }

    void stop(@Observes @Priority(1) ShutdownEvent stopping) {
        lanes.forEach(Poller::stop);
    }

    private Uni<Void> round() {
        return BulkJobDocument.heads(outbox.alone()).chain(heads -> firstOf(heads, 0));
    }

    /** The first community with a part to apply; afterwards the turns are looked at anew. */
    private Uni<Void> firstOf(List<BulkJobDocument> heads, int at) {
        if (at >= heads.size()) {
            return Uni.createFrom().voidItem();
        }
        BulkJobDocument job = heads.get(at);
        Tx tx = outbox.alone(job.communityId);
        Instant now = Instant.now(); // of leases, which are real time
        return BulkPartDocument.lease(tx, job, now, now.plus(config.lease()))
                .chain(part -> part == null
                        ? closeIfDone(tx, job).chain(() -> firstOf(heads, at + 1))
                        : job.takeTurn(tx, now)
                                .chain(() -> parts.work(job, part))
                                .invoke(this::wakeIf)
                                .chain(() -> closeIfDone(tx, job)));
    }

    /** After a failure the pause gives time to recover. */
    private void wakeIf(boolean done) {
        if (done) {
            wake();
        }
    }

    private Uni<Void> closeIfDone(Tx tx, BulkJobDocument job) {
        return BulkPartDocument.isAnyLeft(tx, job)
                .chain(any -> any
                        ? Uni.createFrom().voidItem()
                        : BulkPartDocument.counts(tx, job.communityId, List.of(job.id))
                                .chain(counts -> job.close(tx, counts.getOrDefault(job.id, JobCounts.NONE))));
    }
}
