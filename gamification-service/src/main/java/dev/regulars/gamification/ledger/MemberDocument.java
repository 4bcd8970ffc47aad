package dev.regulars.gamification.ledger;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexOptions;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.ledger.decision.Balances;
import dev.regulars.gamification.ledger.decision.Unit;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** What a member has: written by the ledger's writer and nobody else, in the transaction that inserts the postings. */
@MongoEntity(collection = "members")
public class MemberDocument extends ReactivePanacheMongoEntityBase {

    private static final int AT_ONCE = 500;

    /** {@code communityId:accountId}. */
    @BsonId
    public String id;

    public CommunityId communityId;
    public String accountId;
    public @Nullable String userId;
    public Balances state;
    /** Time of the first posting. */
    public long epoch;
    /** How many postings were applied. */
    public long postings;
    /** When the last one was; absent where that was before this was kept. */
    public @Nullable Instant changedAt;
    /** By unit, when its balance changed last. */
    public @Nullable Map<String, Instant> changes;

    static MemberDocument without(CommunityId community, String accountId, Instant now) {
        var member = new MemberDocument();
        member.id = id(community, accountId);
        member.communityId = community;
        member.accountId = accountId;
        member.state = Balances.NONE;
        member.epoch = now.toEpochMilli();
        return member;
    }

    /** Keeps what has changed and when. */
    void changed(Map<String, Long> amounts, Instant at) {
        Map<String, Instant> last = changes == null ? new TreeMap<>() : new TreeMap<>(changes);
        amounts.forEach((unit, amount) -> {
            if (amount != 0) {
                last.put(unit, at);
            }
        });
        changes = last;
        changedAt = at;
    }

    static String id(CommunityId community, String accountId) {
        return community + ":" + accountId;
    }

    static Uni<List<MemberDocument>> known(Tx tx, Set<String> ids) {
        return tx.list(all().ofAllCommunities(), in("_id", ids), new FindOptions().batchSize(ids.size() + 1))
                .collect()
                .asList();
    }

    static Uni<Void> storeAll(Tx tx, List<MemberDocument> members) {
        return tx.bulk(all().ofAllCommunities()).replace(members);
    }

    /** Empty where the member has no posting. */
    public static Uni<@Nullable MemberDocument> find(Tx tx, CommunityId community, String accountId) {
        return all().of(community).find(tx, id(community, accountId));
    }

    /** Some who have lots that were to be spent before this day, whatever the community's zone. */
    public static Multi<MemberDocument> withLotsBefore(Tx tx, long day) {
        return tx.list(
                all().ofAllCommunities(),
                and(exists("state.lots.0"), lt("state.lots.until", day)),
                new FindOptions().sort(ascending("_id")).limit(AT_ONCE));
    }

    /** Everybody who ever had a posting. */
    public static Multi<MemberDocument> list(Tx tx, CommunityId community) {
        return all().of(community).list(tx, empty(), ascending("accountId"), 0);
    }

    /** The same in parts: those behind an account. */
    public static Multi<MemberDocument> after(Tx tx, CommunityId community, @Nullable String accountId, int limit) {
        return all().of(community)
                .list(tx, accountId == null ? empty() : gt("accountId", accountId), ascending("accountId"), limit);
    }

    /** What members have of a unit that ever changed, and since when. */
    public static Multi<ScoreDocument> scores(
            Tx tx, CommunityId community, Unit unit, @Nullable Collection<String> accountIds) {
        Collection<String> ids = accountIds == null
                ? null
                : accountIds.stream().map(one -> id(community, one)).toList();
        return all().of(community).aggregate(tx, ScoreDocument.ofBalances(unit, ids), ScoreDocument.class);
    }

    /** Whose last posting was since then, and when it was. */
    public static Multi<ChangedMemberDocument> changedSince(
            Tx tx, CommunityId community, Instant since, @Nullable Instant until) {
        return all().of(community)
                .aggregate(tx, ChangedMemberDocument.pipeline("changedAt", since, until), ChangedMemberDocument.class);
    }

    /** Whether nobody had a posting before then. */
    public static Uni<Boolean> nobodyBefore(Tx tx, CommunityId community, Instant moment) {
        return all().of(community)
                .countTo(tx, lt("epoch", moment.toEpochMilli()), 1)
                .map(count -> count == 0);
    }

    public static Uni<Void> buildIndexes() {
        return all().createIndex(ascending("communityId", "accountId"))
                .chain(() -> all().createIndex(ChangedMemberDocument.index("changedAt")))
                .chain(() -> all().createIndex(ascending("communityId", "epoch")))
                .chain(() -> all().createIndex(
                                ascending("state.lots.until"),
                                new IndexOptions().partialFilterExpression(exists("state.lots.0"))));
    }

    private static TenantCollection.All<MemberDocument> all() {
        return TenantCollection.all(mongoCollection());
    }
}
