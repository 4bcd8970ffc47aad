package dev.regulars.identity.directory.projection;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.set;
import static dev.regulars.identity.directory.member.MemberDocument.members;
import static dev.regulars.identity.directory.member.MemberDocument.one;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import dev.regulars.events.CommunityId;
import dev.regulars.identity.directory.member.MemberDocument;
import dev.regulars.identity.directory.member.Sources.Balances;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Balances of many members in one write. */
final class BalanceWrites {

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    /** What the ledger counts of one member. */
    record MemberBalances(CommunityId community, String accountId, Balances balances) {

        String id() {
            return MemberDocument.id(community.id(), accountId);
        }

        MemberBalances newer(MemberBalances other) {
            return balances.version().compareTo(other.balances.version()) >= 0 ? this : other;
        }
    }

    private BalanceWrites() {}

    /** False where some were not written: the directory has newer ones, or no entry. */
    static Uni<Boolean> store(Collection<MemberBalances> all) {
        List<UpdateOneModel<MemberDocument>> writes =
                all.stream().map(BalanceWrites::write).toList();
        return members()
                .ofAllCommunities()
                .bulkWrite(writes, UNORDERED)
                .map(done -> done.getMatchedCount() == writes.size());
    }

    private static UpdateOneModel<MemberDocument> write(MemberBalances one) {
        return new UpdateOneModel<>(
                and(
                        one(one.community(), one.accountId()),
                        one.balances().version().newerThan("balances.version")),
                set("balances", one.balances()));
    }

    static Uni<List<MemberBalances>> withoutEntry(Collection<MemberBalances> all) {
        return members()
                .ofAllCommunities()
                .find(in("_id", all.stream().map(MemberBalances::id).toList()))
                .map(member -> member.id)
                .collect()
                .in(HashSet<String>::new, Set::add)
                .map(known ->
                        all.stream().filter(one -> !known.contains(one.id())).toList());
    }
}
