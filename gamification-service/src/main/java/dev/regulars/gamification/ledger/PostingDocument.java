package dev.regulars.gamification.ledger;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import dev.regulars.eventing.EventActor;
import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.NewDocument;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.events.DomainEvent;
import dev.regulars.events.gamification.GamificationEvent.BalanceChanged;
import dev.regulars.gamification.ledger.decision.Balances;
import dev.regulars.gamification.ledger.decision.Lot;
import dev.regulars.gamification.ledger.decision.NewPosting.Kind;
import dev.regulars.gamification.ledger.decision.Refused;
import dev.regulars.gamification.ledger.decision.Unit;
import dev.regulars.web.caller.Actor;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** One line of the log, never changed: what was asked for a member, and what became of it. */
@MongoEntity(collection = "postings")
public class PostingDocument extends ReactivePanacheMongoEntityBase {

    /** What became of it. */
    public enum Outcome {
        APPLIED,
        REFUSED,
        /** No posting: its cause was voided, and can do nothing any more. */
        VOID
    }

    /** {@code community:source:causeId:rule:account}. */
    @BsonId
    public String id;

    public CommunityId communityId;
    public String source;
    public String causeId;
    public String rule;
    public String accountId;
    public @Nullable String userId;
    /** The counter-account. */
    public String account;

    public Kind kind;
    public Map<String, Long> wanted;
    public Map<String, Long> set;
    public Map<String, Long> changes;
    public List<Lot> consumed;
    public Outcome outcome;
    public @Nullable Refused refused;
    /** After it. */
    public Map<String, Long> balances;

    public long memberVersion;
    public @Nullable String reason;
    public @Nullable EventActor actor;
    /** When it was decided. */
    public Instant at;

    public Instant happenedAt;
    /** Of {@code happenedAt} in the community's zone, counted from 1970-01-01. */
    public long day;

    boolean isApplied() {
        return outcome == Outcome.APPLIED;
    }

    Posted.Posting view() {
        return new Posted.Posting(id, accountId, rule, outcome, refused, changes, balances, memberVersion);
    }

    /** With its event, where it changed anything. */
    NewDocument<PostingDocument> withEvent(MemberDocument member, @Nullable Actor actor) {
        List<DomainEvent> events = isApplied() ? List.of(changed(member)) : List.of();
        return new NewDocument<>(this, new Version(member.epoch, memberVersion), actor, events);
    }

    private BalanceChanged changed(MemberDocument member) {
        Balances after = member.state;
        return new BalanceChanged(
                communityId.id(),
                accountId,
                userId,
                id,
                source,
                causeId,
                rule,
                account,
                changes,
                balances,
                after.earned(),
                LocalDate.ofEpochDay(after.day()).toString(),
                after.earnedOn(after.day(), Unit.XP),
                after.earnedOn(after.day(), Unit.COINS),
                at);
    }

    static Uni<Void> insertAll(Tx tx, List<NewDocument<PostingDocument>> postings) {
        return tx.insertAll(all().ofAllCommunities(), postings);
    }

    /** Those of the ids that exist, and all of the causes to void. */
    static Uni<List<PostingDocument>> known(Tx tx, Set<String> ids, Set<String> prefixes) {
        List<Bson> wanted = new ArrayList<>();
        wanted.add(in("_id", ids));
        prefixes.forEach(prefix -> wanted.add(and(gte("_id", prefix), lt("_id", prefix + "\uffff"))));
        return tx.list(all().ofAllCommunities(), or(wanted), new FindOptions())
                .collect()
                .asList();
    }

    public static Uni<Void> buildIndexes() {
        return all().createIndex(compoundIndex(ascending("communityId", "accountId", "day"), descending("at")));
    }

    private static TenantCollection.All<PostingDocument> all() {
        return TenantCollection.all(mongoCollection());
    }
}
