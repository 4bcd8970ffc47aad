package dev.regulars.identity.directory.bulk.work;

import static java.util.Objects.requireNonNullElse;

import dev.regulars.crypto.Secrets;
import dev.regulars.identity.directory.bulk.job.BulkJobDocument;
import dev.regulars.identity.directory.bulk.job.BulkRowDocument;
import dev.regulars.identity.directory.bulk.row.BulkKind;
import dev.regulars.identity.directory.bulk.row.BulkRow;
import dev.regulars.identity.directory.bulk.row.FieldCell;
import dev.regulars.identity.directory.bulk.row.ProfileCells;
import dev.regulars.identity.directory.bulk.row.RowPlan;
import dev.regulars.identity.directory.creation.UserExtras;
import dev.regulars.identity.directory.user.ImportUsers;
import dev.regulars.identity.directory.user.ImportUsers.ImportedUser;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes members of rows. */
@ApplicationScoped
class ImportRows {

    private static final int AT_ONCE = 8;
    private static final int ID_DIGITS = 24;
    private static final int MOST_OF_ADDRESS = 40;
    private static final int SUFFIX = 6;
    private static final String ASKED = "Confirmation sent: the owner of the account is asked first";
    private static final String ASKED_FOR_LESS =
            ASKED + "; xp, coins, nickname, language and tags of this row are not applied";

    private final ImportUsers users;
    private final FailedRows failed;

    ImportRows(ImportUsers users, FailedRows failed) {
        this.users = users;
        this.failed = failed;
    }

    /** The same rows with what is left to be written of them. Rows that are to be tried again are left out. */
    Uni<List<PlannedRow>> create(RowContext context, List<PlannedRow> rows) {
        BulkJobDocument job = context.job();
        return job.kind != BulkKind.IMPORT || job.dryRun
                ? Uni.createFrom().item(rows)
                : Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUni(row -> row.isRefused()
                                ? Uni.createFrom().item(Optional.of(row))
                                : createOrRefuse(context, row))
                        .merge(AT_ONCE)
                        .collect()
                        .asList()
                        .map(all -> all.stream().flatMap(Optional::stream).toList());
    }

    private Uni<Optional<PlannedRow>> createOrRefuse(RowContext context, PlannedRow row) {
        return context.lease().keep().chain(() -> create(context.job(), row)
                .map(Optional::of)
                .onFailure()
                .recoverWithItem(failure -> failed.refused(context, row.row(), failure)));
    }

    private Uni<PlannedRow> create(BulkJobDocument job, PlannedRow row) {
        return users.create(job.communityId, job.uploader.actor(), user(job, row.row(), row.plan()))
                .map(imported -> imported.isMember()
                        ? new PlannedRow(
                                row.row(),
                                rest(row.plan()),
                                imported.account().id(),
                                imported.account().userId(),
                                row.outcome())
                        : asked(job, row));
    }

    private static ImportedUser user(BulkJobDocument job, BulkRow row, RowPlan plan) {
        String id = Secrets.hash("imported by " + BulkRowDocument.id(job.id, row.number()))
                .substring(0, ID_DIGITS);
        Map<String, Object> values = new LinkedHashMap<>();
        for (FieldCell cell : plan.fields()) {
            values.put(cell.field().id(), cell.value());
        }
        return new ImportedUser(
                id,
                plan.username() == null ? usernameOf(row.identifier(), id) : plan.username(),
                row.identifier(),
                requireNonNullElse(plan.profile().firstName(), ""),
                requireNonNullElse(plan.profile().lastName(), ""),
                UserExtras.ofValues(values));
    }

    /** What stands before the at sign, and something that makes it unique. */
    private static String usernameOf(String email, String id) {
        String name = email.substring(0, email.lastIndexOf('@')).replaceAll("[^\\p{L}\\p{N}._-]", "");
        String start = name.length() > MOST_OF_ADDRESS ? name.substring(0, MOST_OF_ADDRESS) : name;
        return start + "-" + id.substring(ID_DIGITS - SUFFIX);
    }

    /** The account has the names. */
    private static RowPlan rest(RowPlan plan) {
        var profile = new ProfileCells(
                null, null, plan.profile().nickname(), plan.profile().language());
        return new RowPlan(plan.added(), plan.overwritten(), plan.fields(), profile, plan.tags(), null);
    }

    private static PlannedRow asked(BulkJobDocument job, PlannedRow row) {
        RowPlan rest = rest(row.plan());
        boolean loses = rest.hasPostings() || !rest.profile().isEmpty() || rest.tags() != null;
        var outcome = BulkRowDocument.succeeded(job, row.row(), loses ? ASKED_FOR_LESS : ASKED);
        return new PlannedRow(row.row(), RowPlan.NOTHING, "", "", outcome);
    }
}
