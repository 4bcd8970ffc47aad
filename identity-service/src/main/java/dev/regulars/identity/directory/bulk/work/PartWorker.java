package dev.regulars.identity.directory.bulk.work;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.identity.directory.bulk.BulkConfig;
import dev.regulars.identity.directory.bulk.job.BulkJobDocument;
import dev.regulars.identity.directory.bulk.job.BulkPartDocument;
import dev.regulars.identity.directory.bulk.job.BulkRowDocument;
import dev.regulars.identity.directory.bulk.job.JobCounts;
import dev.regulars.identity.directory.bulk.job.PartFiles;
import dev.regulars.identity.directory.bulk.row.BulkRow;
import dev.regulars.identity.directory.bulk.row.CommunityColumns;
import dev.regulars.identity.directory.community.Communities;
import dev.regulars.identity.directory.field.definition.FieldDefinitions;
import dev.regulars.identity.directory.member.Directory;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Applies the rows of a part that this replica has leased. */
@ApplicationScoped
class PartWorker {

    /** Then a row that breaks something is given up, so that it does not hold the others. */
    private static final int MOST_TRIES = 10;

    private final PartFiles files;
    private final FieldDefinitions definitions;
    private final Communities communities;
    private final Directory directory;
    private final RowsApplier applier;
    private final BulkConfig config;
    private final Outbox outbox;

    PartWorker(
            PartFiles files,
            FieldDefinitions definitions,
            Communities communities,
            Directory directory,
            RowsApplier applier,
            BulkConfig config,
            Outbox outbox) {
        this.files = files;
        this.definitions = definitions;
        this.communities = communities;
        this.directory = directory;
        this.applier = applier;
        this.config = config;
        this.outbox = outbox;
    }

    /** False where it failed; then the part is due again after a pause that grows with its tries. */
    Uni<Boolean> work(BulkJobDocument job, BulkPartDocument part) {
        Tx tx = outbox.alone(job.communityId);
        return files.read(part)
                .chain(rows -> rows == null ? fail(tx, job) : apply(tx, job, part, rows))
                .replaceWith(true)
                .onFailure()
                .call(failure -> retryLater(tx, job, part, failure))
                .onFailure()
                .recoverWithItem(false);
    }

    private Uni<Void> retryLater(Tx tx, BulkJobDocument job, BulkPartDocument part, Throwable failure) {
        Log.warnf(failure, "Rows %d to %d of bulk job %s will be retried", part.firstRow, part.lastRow, job.id);
        Duration pause = Duration.ofSeconds(Math.min(part.fence, config.lease().toSeconds()));
        return part.lease(tx, Instant.now().plus(pause)).replaceWithVoid();
    }

    private static Uni<Void> fail(Tx tx, BulkJobDocument job) {
        Log.errorf("The file of bulk job %s is gone", job.id);
        return BulkPartDocument.counts(tx, job.communityId, List.of(job.id))
                .chain(counts -> job.fail(tx, counts.getOrDefault(job.id, JobCounts.NONE)));
    }

    private Uni<Void> apply(Tx tx, BulkJobDocument job, BulkPartDocument part, List<BulkRow> rows) {
        return Uni.combine()
                .all()
                .unis(BulkRowDocument.decided(tx, part), context(tx, job, part, rows))
                .asTuple()
                .chain(read -> apply(read.getItem2(), rows, read.getItem1()))
                .chain(() -> BulkRowDocument.counts(tx, part))
                .chain(counts -> part.finish(tx, counts))
                .replaceWithVoid();
    }

    private Uni<Void> apply(RowContext context, List<BulkRow> rows, Set<Integer> decided) {
        List<BulkRow> left =
                rows.stream().filter(row -> !decided.contains(row.number())).toList();
        return applier.apply(context, left).invoke(context.retries()::check);
    }

    private Uni<RowContext> context(Tx tx, BulkJobDocument job, BulkPartDocument part, List<BulkRow> rows) {
        List<String> identifiers = rows.stream()
                .filter(row -> row.fault() == null)
                .map(BulkRow::identifier)
                .distinct()
                .toList();
        return Uni.combine()
                .all()
                .unis(
                        definitions.of(job.communityId),
                        communities.settings(job.communityId),
                        directory.people(job.communityId, RowContext.key(job.identifiedBy), identifiers))
                .with((fields, settings, members) -> new RowContext(
                        job,
                        new CommunityColumns(job.kind, job.columns, fields, settings.identifierField()),
                        members,
                        part.fence >= MOST_TRIES,
                        new PartLease(tx, part, config.lease(), Instant.now()),
                        new RowContext.RowsToRetry()));
    }
}
