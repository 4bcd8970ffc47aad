package dev.regulars.identity.directory.bulk.work;

import dev.regulars.identity.directory.bulk.job.BulkJobDocument;
import dev.regulars.identity.directory.bulk.row.BulkRow;
import dev.regulars.identity.directory.bulk.row.CommunityColumns;
import dev.regulars.identity.directory.member.MemberDocument;
import dev.regulars.internal.people.PersonKey;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a part have in common.
 *
 * @param members by the identifiers of rows; former members too
 * @param isLastTry whether a row that breaks something is given up
 */
record RowContext(
        BulkJobDocument job,
        CommunityColumns columns,
        Map<String, MemberDocument> members,
        boolean isLastTry,
        PartLease lease,
        RowsToRetry retries) {

    private static final Set<String> NAMES = Set.of("email", "username", "user_id");

    PersonKey key() {
        return key(job.identifiedBy);
    }

    static PersonKey key(String column) {
        return switch (column) {
            case "email" -> PersonKey.EMAIL;
            case "username" -> PersonKey.USERNAME;
            default -> PersonKey.USER_ID;
        };
    }

    /** Refuses a row that names no member, or one member by one column and not by another. */
    MemberDocument member(BulkRow row) {
        MemberDocument member = joined(row);
        if (member == null) {
            throw Refusal.of(Kind.NOT_FOUND, "No member has this " + job.identifiedBy, row.identifier());
        }
        for (Map.Entry<String, String> cell : row.cells().entrySet()) {
            if (NAMES.contains(cell.getKey()) && !member.isCalled(key(cell.getKey()), cell.getValue())) {
                throw Refusal.invalid(cell.getKey(), "is not that of the member with this " + job.identifiedBy);
            }
        }
        return member;
    }

    @Nullable
    MemberDocument joined(BulkRow row) {
        MemberDocument member = members.get(row.identifier());
        return member == null || !member.isJoined() ? null : member;
    }

    /**
     * Rows of one part that could not be applied now. A few do not stop the rest of the part, which a busy machine would otherwise never
     * finish; many mean that a service or the database is away.
     */
    static final class RowsToRetry {

        private static final int FEW = 10;

        private final AtomicInteger count = new AtomicInteger();
        private final AtomicReference<@Nullable Throwable> first = new AtomicReference<>();

        /** Fails where they are too many. */
        void add(Throwable failure) {
            first.compareAndSet(null, failure);
            if (count.incrementAndGet() > FEW) {
                check();
            }
        }

        /** Fails where there is one. */
        void check() {
            Throwable failure = first.get();
            if (failure != null) {
                throw new IllegalStateException(count + " rows are left", failure);
            }
        }
    }
}
