package dev.regulars.identity.directory.bulk.work;

import static java.util.Objects.requireNonNullElse;

import dev.regulars.crypto.Secrets;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.identity.directory.bulk.job.BulkJobDocument;
import dev.regulars.identity.directory.bulk.job.BulkRowDocument;
import dev.regulars.identity.directory.bulk.row.BulkRow;
import dev.regulars.identity.directory.bulk.row.FieldCell;
import dev.regulars.identity.directory.bulk.row.ProfileCells;
import dev.regulars.identity.directory.bulk.row.RowPlan;
import dev.regulars.identity.directory.creation.UserExtras;
import dev.regulars.identity.directory.user.ImportUsers;
import dev.regulars.identity.directory.user.ImportUsers.Imported;
import dev.regulars.identity.directory.user.ImportUsers.ImportedUser;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes a member of a row. */
@ApplicationScoped
class ImportRow {

    private static final int ID_DIGITS = 24;
    private static final int MOST_OF_ADDRESS = 40;
    private static final int SUFFIX = 6;
    private static final String ASKED = "Confirmation sent: the owner of the account is asked first";
    private static final String ASKED_FOR_LESS =
            ASKED + "; xp, coins, nickname, language and tags of this row are not applied";

    private final ImportUsers users;
    private final RowWriter writer;
    private final Outbox outbox;

    ImportRow(ImportUsers users, RowWriter writer, Outbox outbox) {
        this.users = users;
        this.writer = writer;
        this.outbox = outbox;
    }

    Uni<Void> apply(RowContext context, BulkRow row, RowPlan plan) {
        BulkJobDocument job = context.job();
        return users.create(job.communityId, job.uploader.actor(), user(job, row, plan))
                .chain(imported -> imported.isMember()
                        ? writer.write(context, row, rest(plan), id(imported), number(imported), null)
                        : asked(job, row, plan));
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

    private Uni<Void> asked(BulkJobDocument job, BulkRow row, RowPlan plan) {
        RowPlan rest = rest(plan);
        boolean loses = plan.hasPostings() || !rest.profile().isEmpty() || plan.tags() != null;
        return BulkRowDocument.succeeded(job, row, loses ? ASKED_FOR_LESS : ASKED)
                .insert(outbox.alone(job.communityId))
                .replaceWithVoid();
    }

    private static String id(Imported imported) {
        return imported.account().id();
    }

    private static String number(Imported imported) {
        return imported.account().userId();
    }
}
