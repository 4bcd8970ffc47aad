package dev.regulars.gamification.streak.member;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static java.util.Objects.requireNonNullElse;

import com.mongodb.client.model.IndexOptions;
import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.streak.StreakDocument;
import dev.regulars.gamification.streak.rule.StreakRule.Length;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * How far the streak of a member is worked out, so that what can change no more is not read again; and when to look at it again.
 * Everything in it follows from the ledger and the streak.
 */
@MongoEntity(collection = "memberStreaks")
public class MemberStreakDocument extends ReactivePanacheMongoEntityBase {

    private static final int AT_ONCE = 200;

    /** {@code communityId:streakId:accountId}. */
    @BsonId
    public String id;

    public CommunityId communityId;
    public String streakId;
    public String accountId;
    /** The first day that may still change; counted from 1970-01-01. */
    public long openFrom;
    /** Before that day. */
    public Length length;
    /** What was told of periods from that day on. */
    public List<String> told;

    public @Nullable Instant dueAt;

    private static MemberStreakDocument unbegun(StreakDocument streak, String accountId) {
        var member = new MemberStreakDocument();
        member.id = streak.communityId + ":" + streak.id + ":" + accountId;
        member.communityId = streak.communityId;
        member.streakId = streak.id;
        member.accountId = accountId;
        member.openFrom = streak.plan().firstDay();
        member.length = Length.NONE;
        member.told = List.of();
        return member;
    }

    static Uni<MemberStreakDocument> of(Tx tx, StreakDocument streak, String accountId) {
        var unbegun = unbegun(streak, accountId);
        return members().of(streak.communityId).find(tx, unbegun.id).map(found -> requireNonNullElse(found, unbegun));
    }

    MemberStreakDocument copy() {
        var copy = new MemberStreakDocument();
        copy.id = id;
        copy.communityId = communityId;
        copy.streakId = streakId;
        copy.accountId = accountId;
        copy.openFrom = openFrom;
        copy.length = length;
        copy.told = told;
        copy.dueAt = dueAt;
        return copy;
    }

    boolean saysMoreThan(MemberStreakDocument other) {
        return openFrom != other.openFrom || !told.equals(other.told) || !Objects.equals(dueAt, other.dueAt);
    }

    Uni<Void> store(Tx tx) {
        Bson due = dueAt == null ? unset("dueAt") : set("dueAt", dueAt);
        return members()
                .of(communityId)
                .change(tx, id)
                .by(combine(set("openFrom", openFrom), set("length", length), set("told", told), due))
                .withoutEvent()
                .onItem()
                .ifNull()
                .switchTo(() -> members()
                        .of(communityId)
                        .insert(tx, this)
                        .onFailure(DuplicateKey::is)
                        .recoverWithNull())
                .replaceWithVoid();
    }

    /** Where the streak is gone, or the streaks of the community are off. */
    Uni<Void> postpone(Tx tx, @Nullable Instant until) {
        dueAt = until;
        return store(tx);
    }

    static Uni<List<MemberStreakDocument>> due(Tx tx, Instant now) {
        return tx.list(
                        members().ofAllCommunities(),
                        and(exists("dueAt"), lte("dueAt", now)),
                        new FindOptions().sort(ascending("dueAt")).limit(AT_ONCE))
                .collect()
                .asList();
    }

    public static Uni<Void> buildIndexes() {
        return members().createIndex(ascending("dueAt"), new IndexOptions().partialFilterExpression(exists("dueAt")));
    }

    private static TenantCollection.All<MemberStreakDocument> members() {
        return TenantCollection.all(mongoCollection());
    }
}
