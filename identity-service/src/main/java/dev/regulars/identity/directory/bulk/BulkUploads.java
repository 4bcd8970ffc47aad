package dev.regulars.identity.directory.bulk;

import static dev.regulars.identity.IdentityError.BULK_FILE_REPEATED;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.worker.Poller;
import dev.regulars.events.CommunityId;
import dev.regulars.identity.directory.bulk.file.CsvHeader;
import dev.regulars.identity.directory.bulk.file.CsvRows;
import dev.regulars.identity.directory.bulk.file.FileParts;
import dev.regulars.identity.directory.bulk.job.BulkJobDocument;
import dev.regulars.identity.directory.bulk.job.BulkPartDocument;
import dev.regulars.identity.directory.bulk.job.PartFiles;
import dev.regulars.identity.directory.bulk.row.BulkKind;
import dev.regulars.identity.directory.bulk.row.BulkRow;
import dev.regulars.identity.directory.bulk.row.CommunityColumns;
import dev.regulars.identity.directory.bulk.row.RowRules;
import dev.regulars.identity.directory.community.Communities;
import dev.regulars.identity.directory.field.definition.FieldDefinitions;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.value.Ids;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/**
 * Reads uploaded files row by row and stores them in parts, before there is a job. Two files at a time, on threads of their own, so
 * that memory is bounded and requests go on.
 */
@ApplicationScoped
class BulkUploads {

    private static final int THREADS = 2;
    private static final int WAITING = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String FIELD = "data";

    /**
     * A file, and what is to be done with it.
     *
     * @param mayRepeat whether the same file may have been applied before
     */
    record Upload(CommunityId community, BulkKind kind, boolean dryRun, boolean mayRepeat, Path file, String hash) {}

    /** A file that was checked and stored. */
    record StoredFile(String jobId, Upload upload, CsvHeader header, List<BulkPartDocument> parts, Instant expiresAt) {

        long rows() {
            return parts.getLast().lastRow;
        }
    }

    private final ExecutorService readers = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().daemon().name("bulk-files-", 0).factory());

    private final FieldDefinitions definitions;
    private final Communities communities;
    private final PartFiles files;
    private final RowRules rules;
    private final BulkConfig config;
    private final Outbox outbox;

    BulkUploads(
            FieldDefinitions definitions,
            Communities communities,
            PartFiles files,
            RowRules rules,
            BulkConfig config,
            Outbox outbox) {
        this.definitions = definitions;
        this.communities = communities;
        this.files = files;
        this.rules = rules;
        this.config = config;
        this.outbox = outbox;
    }

    /** Refuses what is no file of this kind, and one that was applied before; nothing of it is stored then. */
    Uni<StoredFile> store(
            CommunityId community, BulkKind kind, boolean dryRun, boolean mayRepeat, @Nullable FileUpload data) {
        Path file = checked(data);
        return onReader(() -> new Upload(community, kind, dryRun, mayRepeat, file, FileHash.of(kind.wire(), file)))
                .call(this::checkRepeated)
                .chain(upload -> Uni.combine()
                        .all()
                        .unis(definitions.of(community), communities.settings(community))
                        .asTuple()
                        .chain(meaning -> onReader(() -> {
                            CsvHeader header = CsvHeader.of(kind, file);
                            var columns = new CommunityColumns(
                                    kind,
                                    header.columns(),
                                    meaning.getItem1(),
                                    meaning.getItem2().identifierField());
                            return read(upload, header, columns);
                        })));
    }

    private Path checked(@Nullable FileUpload data) {
        if (data == null || data.size() == 0) {
            throw Refusal.invalid(FIELD, "is required");
        }
        if (data.size() > config.maxFile().asLongValue()) {
            throw Refusal.tooLarge(FIELD, (config.maxFile().asLongValue() >> 20) + " MiB");
        }
        return data.filePath();
    }

    private Uni<Void> checkRepeated(Upload upload) {
        return upload.dryRun() || upload.mayRepeat()
                ? Uni.createFrom().voidItem()
                : BulkJobDocument.ofFile(outbox.alone(upload.community()), upload.hash())
                        .invoke(job -> {
                            if (job != null) {
                                throw repeated(job.id);
                            }
                        })
                        .replaceWithVoid();
    }

    static Refusal repeated(String jobId) {
        return BULK_FILE_REPEATED.saying(
                "The same file was uploaded before, as " + jobId + "; repeat=true applies it again", jobId);
    }

    private StoredFile read(Upload upload, CsvHeader header, CommunityColumns columns) throws IOException {
        String jobId = Ids.next();
        Instant expiresAt = Instant.now().plus(config.keptFor());
        List<BulkPartDocument> stored = new ArrayList<>();
        try (CsvRows rows = CsvRows.of(header, columns, upload.file())) {
            var parts = new FileParts(rows, upload.kind(), header.identifiedBy(), columns, rules);
            while (parts.hasNext()) {
                List<BulkRow> next = parts.next();
                checkRows(next.getLast().number());
                BulkPartDocument part = part(upload, jobId, next, expiresAt);
                stored.add(part);
                files.store(part, next).await().atMost(PATIENCE);
            }
            if (stored.isEmpty()) {
                throw Refusal.invalid(FIELD, "must have a row behind the header");
            }
            return new StoredFile(jobId, upload, header, stored, expiresAt);
        } catch (RuntimeException | IOException failure) {
            files.removeAll(stored).await().atMost(PATIENCE);
            throw failure;
        }
    }

    private void checkRows(int number) {
        if (number > config.maxRows()) {
            throw Refusal.invalid(FIELD, "must have at most " + config.maxRows() + " rows");
        }
    }

    private static BulkPartDocument part(Upload upload, String jobId, List<BulkRow> rows, Instant expiresAt) {
        var part = new BulkPartDocument();
        part.firstRow = rows.getFirst().number();
        part.lastRow = rows.getLast().number();
        part.id = "bulk-%s-%08d".formatted(jobId, part.firstRow);
        part.communityId = upload.community();
        part.jobId = jobId;
        part.leasedUntil = Instant.EPOCH;
        part.expiresAt = expiresAt;
        return part;
    }

    /** The parts of a file that became no job. */
    Uni<Void> discard(StoredFile file) {
        return files.removeAll(file.parts());
    }

    private <T> Uni<T> onReader(Callable<T> work) {
        return Uni.createFrom()
                .item(() -> {
                    try {
                        return work.call();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    } catch (RuntimeException e) {
                        throw e;
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                })
                .runSubscriptionOn(readers)
                .onFailure(RejectedExecutionException.class)
                .transform(full -> Refusal.of(Kind.UNAVAILABLE, "too many bulk files wait to be read"))
                .emitOn(Poller.thisContext());
    }

    void stop(@Observes ShutdownEvent stopping) {
        readers.shutdownNow();
    }
}
