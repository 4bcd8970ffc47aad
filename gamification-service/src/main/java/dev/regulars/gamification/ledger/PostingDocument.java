package dev.regulars.gamification.ledger;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Sorts.orderBy;
import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.eventing.EventActor;
import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.NewDocument;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.events.DomainEvent;
import dev.regulars.events.gamification.GamificationEvent.BalanceChanged;
import dev.regulars.gamification.ledger.decision.Balances;
import dev.regulars.gamification.ledger.decision.NewPosting.Kind;
import dev.regulars.gamification.ledger.decision.Refused;
import dev.regulars.gamification.ledger.decision.Unit;
import dev.regulars.gamification.ledger.lot.Lot;
import dev.regulars.web.caller.Actor;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** One line of the log, never changed: what was asked for a member, and what became of it. */
@MongoEntity(collection = "postings")
public class PostingDocument extends ReactivePanacheMongoEntityBase {

    private static final Bson NEWEST_FIRST = descending("day", "at");

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
        return tx.bulk(all().ofAllCommunities()).insertEmittingTogether(postings);
    }

    /** Those of the ids that exist, and all of the causes to void. */
    static Uni<List<PostingDocument>> known(Tx tx, Set<String> ids, Set<String> prefixes) {
        List<Bson> wanted = new ArrayList<>();
        wanted.add(in("_id", ids));
        prefixes.forEach(prefix -> wanted.add(and(gte("_id", prefix), lt("_id", prefix + "\uffff"))));
        return tx.list(all().ofAllCommunities(), or(wanted), new FindOptions().batchSize(ids.size() + 1))
                .collect()
                .asList();
    }

    public static Uni<PostingDocument> find(Tx tx, CommunityId community, String id) {
        return all().of(community).find(tx, id).plug(orNotFound("posting", id));
    }

    /** Those that were applied for causes of a source whose ids begin alike. */
    public static Uni<List<PostingDocument>> ofCauses(Tx tx, CommunityId community, String source, String prefix) {
        return all().of(community)
                .list(tx, alike(community, source, prefix, Outcome.APPLIED), ascending("_id"), 0)
                .collect()
                .asList();
    }

    /** How many of such causes were refused: each of them stays so. */
    public static Uni<Long> refused(Tx tx, CommunityId community, String source, String prefix) {
        return all().of(community).count(tx, alike(community, source, prefix, Outcome.REFUSED));
    }

    private static Bson alike(CommunityId community, String source, String prefix, Outcome outcome) {
        String from = community + ":" + source + ":" + prefix;
        return and(gte("_id", from), lt("_id", from + "\uffff"), eq("outcome", outcome.name()));
    }

    /** Whether anything of a member was ever applied against a counter-account. */
    public static Uni<Boolean> hasAny(Tx tx, CommunityId community, String accountId, String account) {
        Bson which = and(eq("accountId", accountId), eq("account", account), eq("outcome", Outcome.APPLIED.name()));
        return all().of(community).countTo(tx, which, 1).map(count -> count > 0);
    }

    /** Of one member, the newest first. */
    public static Uni<Page<PostingDocument>> page(Tx tx, CommunityId community, String accountId, PageRequest page) {
        return all().of(community).page(tx, eq("accountId", accountId), NEWEST_FIRST, page);
    }

    /** Those that changed one of the units, the newest first. */
    public static Uni<Page<PostingDocument>> page(
            Tx tx, CommunityId community, String accountId, List<Unit> units, PageRequest page) {
        List<Bson> changed =
                units.stream().map(unit -> exists("changes." + unit.wire())).toList();
        return all().of(community)
                .page(
                        tx,
                        and(eq("accountId", accountId), eq("outcome", Outcome.APPLIED.name()), or(changed)),
                        NEWEST_FIRST,
                        page);
    }

    private static Multi<PostingSumDocument> sums(Tx tx, CommunityId community, Bson which) {
        return all().of(community).aggregate(tx, PostingSumDocument.pipeline(which, false), PostingSumDocument.class);
    }

    /** What the postings of members add up to, per member, day and unit. */
    public static Multi<PostingSumDocument> dailySums(
            Tx tx, CommunityId community, Collection<String> accountIds, long from, long until) {
        Bson which = and(in("accountId", accountIds), gte("day", from), lte("day", until));
        return all().of(community).aggregate(tx, PostingSumDocument.pipeline(which, true), PostingSumDocument.class);
    }

    /** What the postings of a member add up to, per day and unit, as of one of the member's versions. */
    public static Multi<PostingSumDocument> dailySums(
            Tx tx, CommunityId community, String accountId, long from, long memberVersion) {
        Bson which = and(eq("accountId", accountId), gte("day", from), lte("memberVersion", memberVersion));
        return all().of(community).aggregate(tx, PostingSumDocument.pipeline(which, true), PostingSumDocument.class);
    }

    /** What a member had. */
    public static Multi<PostingSumDocument> sumsUntil(Tx tx, CommunityId community, String accountId, Instant until) {
        return sums(tx, community, and(eq("accountId", accountId), lte("at", until)));
    }

    /** What the postings of all members add up to, per member and unit. */
    public static Multi<PostingSumDocument> sumsOfAll(Tx tx, CommunityId community) {
        return sums(tx, community, empty());
    }

    /** What members gained of a unit between two moments, both included; absent: without end. */
    public static Multi<ScoreDocument> scores(
            Tx tx,
            CommunityId community,
            Unit unit,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Collection<String> accountIds) {
        List<Bson> pipeline = ScoreDocument.ofPostings(unit, from, until, accountIds);
        return all().of(community).aggregate(tx, pipeline, ScoreDocument.class);
    }

    /** What was applied since a day: member by member, each in order. Reads the index backwards. */
    public static Multi<PostingDocument> log(Tx tx, CommunityId community, long since) {
        Bson order = orderBy(descending("accountId"), ascending("day", "at"));
        return all().of(community).list(tx, and(gte("day", since), eq("outcome", Outcome.APPLIED.name())), order, 0);
    }

    public static Uni<Void> buildIndexes() {
        return all().createIndex(compoundIndex(ascending("communityId", "accountId", "day"), descending("at")));
    }

    static TenantCollection.All<PostingDocument> all() {
        return TenantCollection.all(mongoCollection());
    }
}
