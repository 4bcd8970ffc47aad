package dev.regulars.identity.directory.bulk.work;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.identity.IdentityError;
import dev.regulars.identity.directory.bulk.job.BulkJobDocument;
import dev.regulars.identity.directory.bulk.job.BulkRowDocument;
import dev.regulars.identity.directory.bulk.row.BulkKind;
import dev.regulars.identity.directory.bulk.row.BulkRow;
import dev.regulars.identity.directory.bulk.row.RowPlan;
import dev.regulars.identity.directory.bulk.row.RowRules;
import dev.regulars.identity.directory.member.MemberDocument;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import org.jspecify.annotations.Nullable;

/** Applies a row, or says why not. Fails only where the row should be tried again. */
@ApplicationScoped
class RowApplier {

    private final RowRules rules;
    private final RowWriter writer;
    private final ImportRow importRow;
    private final Instance<Refusal.Passing> passing;
    private final Outbox outbox;

    RowApplier(
            RowRules rules,
            RowWriter writer,
            ImportRow importRow,
            @Any Instance<Refusal.Passing> passing,
            Outbox outbox) {
        this.passing = passing;
        this.rules = rules;
        this.writer = writer;
        this.importRow = importRow;
        this.outbox = outbox;
    }

    Uni<Void> apply(RowContext context, BulkRow row) {
        return Uni.createFrom()
                .deferred(() -> attempt(context, row))
                .onFailure(RowApplier::isForGood)
                .recoverWithUni(no -> fail(context, row, ((Refusal) no).said()))
                .onFailure(DuplicateKey::is)
                .recoverWithUni(twin -> unlessDecided(context.job(), row, twin))
                .onFailure(failure -> context.isLastTry() && !passes(failure))
                .recoverWithUni(failure -> giveUp(context, row, failure));
    }

    private boolean passes(Throwable failure) {
        return failure instanceof Refusal || passing.stream().anyMatch(one -> one.passes(failure));
    }

    private Uni<Void> giveUp(RowContext context, BulkRow row, Throwable failure) {
        Log.errorf(failure, "Row %d of bulk job %s cannot be applied", row.number(), context.job().id);
        return fail(context, row, Kind.BROKEN.text());
    }

    private Uni<Void> attempt(RowContext context, BulkRow row) {
        if (row.fault() != null) {
            return fail(context, row, row.fault());
        }
        BulkJobDocument job = context.job();
        RowPlan plan = rules.plan(job.kind, job.identifiedBy, row, context.columns());
        if (job.kind == BulkKind.IMPORT) {
            if (context.joined(row) != null && job.dryRun) {
                throw IdentityError.EMAIL_TAKEN.because("dry run");
            }
            return job.dryRun ? succeed(context, row) : importRow.apply(context, row, plan);
        }
        MemberDocument member = context.member(row);
        return job.dryRun
                ? succeed(context, row)
                : writer.write(context, row, plan, member.accountId, member.userId, null);
    }

    static boolean isForGood(Throwable failure) {
        return failure instanceof Refusal no && !no.kind().passes();
    }

    private Uni<Void> succeed(RowContext context, BulkRow row) {
        return store(context, BulkRowDocument.succeeded(context.job(), row, null));
    }

    private Uni<Void> fail(RowContext context, BulkRow row, String reason) {
        return store(context, BulkRowDocument.failed(context.job(), row, reason));
    }

    private Uni<Void> store(RowContext context, BulkRowDocument outcome) {
        return outcome.insert(outbox.alone(context.job().communityId)).replaceWithVoid();
    }

    /** Another replica, or this one before a crash, was first. */
    private Uni<Void> unlessDecided(BulkJobDocument job, BulkRow row, @Nullable Throwable twin) {
        return BulkRowDocument.exists(outbox.alone(job.communityId), job, row.number())
                .invoke(decided -> {
                    if (!decided) {
                        throw new IllegalStateException("a unique value is taken", twin);
                    }
                })
                .replaceWithVoid();
    }
}
