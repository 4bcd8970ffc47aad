package dev.regulars.identity.directory.bulk.upload;

import static dev.regulars.identity.IdentityError.BULK_JOB_LIMIT;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.once.IdempotentOperation;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.identity.directory.bulk.BulkConfig;
import dev.regulars.identity.directory.bulk.job.BulkJobDocument;
import dev.regulars.identity.directory.bulk.job.BulkJobDocument.Uploader;
import dev.regulars.identity.directory.bulk.job.JobStatus;
import dev.regulars.identity.directory.bulk.upload.BulkUploads.StoredFile;
import dev.regulars.identity.directory.bulk.work.BulkWorker;
import dev.regulars.web.caller.Actor;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Makes jobs of uploaded files. */
@ApplicationScoped
class BulkQueue {

    private final BulkUploads uploads;
    private final BulkWorker worker;
    private final BulkConfig config;

    BulkQueue(BulkUploads uploads, BulkWorker worker, BulkConfig config) {
        this.uploads = uploads;
        this.worker = worker;
        this.config = config;
    }

    /** Refuses what is no file of its kind, and one that was applied before. */
    Uni<QueuedBulkView> add(IdempotentOperation call, Actor uploader, CommunityId community, BulkFile file) {
        return call.perform(QueuedBulkView.class, () -> uploads.store(community, file), (tx, stored) -> queue(
                                tx, uploader, stored)
                        .map(job -> QueuedBulkView.of(job.id, job.kind)))
                .invoke(worker::wake);
    }

    /** The job of a stored file. Where there is to be none, the file is removed. */
    private Uni<BulkJobDocument> queue(Tx tx, Actor uploader, StoredFile file) {
        return BulkJobDocument.countOpen(tx)
                .invoke(open -> {
                    if (open >= config.maxOpenJobs()) {
                        throw BULK_JOB_LIMIT.saying(
                                "limit reached: bulk jobs " + config.maxOpenJobs(), "open: " + open);
                    }
                })
                .chain(() -> job(tx, uploader, file).insert(tx))
                .onFailure(DuplicateKey::is)
                .transform(twin -> BulkUploads.repeated("another job"))
                .onFailure(Refusal.class) // what else fails may be tried again with the same file
                .call(() -> uploads.discard(file));
    }

    private static BulkJobDocument job(Tx tx, Actor uploader, StoredFile file) {
        Instant now = tx.now();
        var job = new BulkJobDocument();
        job.id = file.jobId();
        job.communityId = tx.community();
        job.kind = file.upload().kind();
        job.dryRun = file.upload().dryRun();
        job.status = JobStatus.QUEUED;
        job.open = true;
        job.uniqueHash =
                job.dryRun || file.upload().mayRepeat() ? null : file.upload().hash();
        job.identifiedBy = file.header().identifiedBy();
        job.columns = file.header().columns();
        job.total = file.rows();
        job.uploader = Uploader.of(uploader);
        job.createdAt = now;
        job.updatedAt = now;
        job.turnAt = now;
        job.expiresAt = file.expiresAt();
        return job;
    }
}
