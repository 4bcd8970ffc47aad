package dev.regulars.identity.directory.bulk;

import static dev.regulars.identity.IdentityError.BULK_JOB_OVER;
import static dev.regulars.web.refusal.Refusal.orRefuse;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.identity.directory.bulk.file.BulkCsv;
import dev.regulars.identity.directory.bulk.job.BulkJobDocument;
import dev.regulars.identity.directory.bulk.job.BulkPartDocument;
import dev.regulars.identity.directory.bulk.job.BulkRowDocument;
import dev.regulars.identity.directory.bulk.job.JobCounts;
import dev.regulars.identity.directory.bulk.row.BulkKind;
import dev.regulars.identity.directory.field.definition.FieldDefinitions;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Jobs as their owners see them; {@link dev.regulars.identity.directory.bulk.work.BulkWorker} applies them. */
@ApplicationScoped
class BulkJobs {

    private static final int SHOWN_ROWS = 1_000;
    private static final int LINES_AT_ONCE = 500;
    private static final Duration BETWEEN_EVENTS = Duration.ofSeconds(1);
    /** Then clients of server-sent events connect again, with a credential that is still good. */
    private static final int MOST_EVENTS = 300;

    private final FieldDefinitions definitions;
    private final Outbox outbox;

    BulkJobs(FieldDefinitions definitions, Outbox outbox) {
        this.definitions = definitions;
        this.outbox = outbox;
    }

    Uni<Page<BulkJobView>> list(Tx tx, PageRequest page) {
        return BulkJobDocument.page(tx, page).chain(found -> counts(tx, found.items())
                .map(counts -> found.map(job -> BulkJobView.of(job, countsOf(job, counts)))));
    }

    Uni<BulkJobView> status(Tx tx, String id) {
        return BulkJobDocument.get(tx, id).chain(job -> view(tx, job));
    }

    Uni<BulkDetailsView> details(Tx tx, String id, @Nullable String status) {
        return BulkJobDocument.get(tx, id)
                .chain(job -> view(tx, job).chain(view -> BulkRowDocument.list(tx, job, status, SHOWN_ROWS)
                        .collect()
                        .asList()
                        .map(rows -> BulkDetailsView.of(view, rows))));
    }

    Uni<BulkJobView> cancel(Tx tx, String id) {
        return BulkJobDocument.get(tx, id)
                .chain(() -> BulkJobDocument.cancel(tx, id))
                .plug(orRefuse(BULK_JOB_OVER, id))
                .chain(job -> view(tx, job));
    }

    Uni<String> template(Tx tx, BulkKind kind) {
        return definitions.of(tx).map(fields -> BulkCsv.template(kind, fields));
    }

    /** The lines of the result file, as they are read. */
    Uni<Multi<String>> result(Tx tx, String id) {
        return BulkJobDocument.get(tx, id).map(job -> Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(BulkCsv.lines(List.of(BulkCsv.RESULT))),
                        BulkRowDocument.list(tx, job, null, 0)
                                .map(BulkJobs::line)
                                .group()
                                .intoLists()
                                .of(LINES_AT_ONCE)
                                .map(BulkCsv::lines)));
    }

    private static List<String> line(BulkRowDocument outcome) {
        String message = outcome.message == null ? "" : outcome.message;
        return List.of(String.valueOf(outcome.row), outcome.identifier, outcome.status, message);
    }

    /** Refuses where there is no such job. */
    Uni<Void> check(CommunityId community, String id) {
        return BulkJobDocument.get(outbox.alone(community), id).replaceWithVoid();
    }

    /** The job now and each second, until it is over. */
    Multi<BulkJobView> progress(CommunityId community, String id) {
        return Multi.createFrom()
                .ticks()
                .every(BETWEEN_EVENTS)
                .onOverflow()
                .drop()
                .select()
                .first(MOST_EVENTS)
                .onItem()
                .transformToUniAndConcatenate(tick -> current(community, id))
                .onItem()
                .transformToMultiAndConcatenate(current -> Multi.createFrom().iterable(current))
                .select()
                .first(Optional::isPresent)
                .map(Optional::get);
    }

    /** The job, and an end behind it where nothing changes any more. */
    private Uni<List<Optional<BulkJobView>>> current(CommunityId community, String id) {
        Tx tx = outbox.alone(community);
        return BulkJobDocument.get(tx, id).chain(job -> view(tx, job)
                .map(view -> job.open ? List.of(Optional.of(view)) : List.of(Optional.of(view), Optional.empty())));
    }

    private static Uni<BulkJobView> view(Tx tx, BulkJobDocument job) {
        return counts(tx, List.of(job)).map(counts -> BulkJobView.of(job, countsOf(job, counts)));
    }

    private static Uni<Map<String, JobCounts>> counts(Tx tx, List<BulkJobDocument> jobs) {
        List<String> open =
                jobs.stream().filter(job -> job.open).map(job -> job.id).toList();
        return open.isEmpty() ? Uni.createFrom().item(Map.of()) : BulkPartDocument.counts(tx, tx.community(), open);
    }

    private static JobCounts countsOf(BulkJobDocument job, Map<String, JobCounts> counts) {
        return job.open ? counts.getOrDefault(job.id, JobCounts.NONE) : job.counts();
    }
}
