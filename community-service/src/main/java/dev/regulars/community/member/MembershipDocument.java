package dev.regulars.community.member;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.events.DomainEvent;
import dev.regulars.events.community.CommunityEvent.MemberAccessChanged;
import dev.regulars.events.community.CommunityEvent.MemberJoined;
import dev.regulars.events.community.CommunityEvent.MemberLeft;
import dev.regulars.events.community.CommunityEvent.MemberRestored;
import dev.regulars.events.community.CommunityEvent.MemberRolesChanged;
import dev.regulars.events.community.CommunityEvent.MemberVisited;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * That an account belongs to a community. One document for each pair, so that nobody joins twice; it outlives the
 * membership, so that all of it can be brought back.
 */
@MongoEntity(collection = "memberships")
public class MembershipDocument extends ReactivePanacheMongoEntityBase {

    private static final Bson ACTIVE = exists("leftAt", false);

    @BsonId
    public String id;

    public CommunityId communityId;
    public String accountId;
    /** The account's decimal string; absent where a member joined before it was kept. */
    public @Nullable String userId;

    public Instant joinedAt;
    /** Absent while it lasts. */
    public @Nullable Instant leftAt;
    /** 0–9, as given by whoever brought the member; grants nothing by itself. */
    public int accessLevel;
    /** All but {@code @all}; absent for none. */
    public @Nullable List<String> roleIds;
    /** As of which version of the member's tier; absent where no tier ever had a role. */
    public @Nullable Version tierSource;

    public @Nullable Instant suspendedUntil;
    public @Nullable Instant bannedUntil;
    public long visits;
    public @Nullable Instant visitedAt;
    /** Counts what was decided by this membership without changing it, so that two such decisions are taken one after the other. */
    public long decisions;
    /** Kept by the outbox; read here only. */
    public Version version;

    static MembershipDocument of(
            CommunityId community, String accountId, @Nullable String userId, int accessLevel, Instant joinedAt) {
        var membership = new MembershipDocument();
        membership.id = id(community, accountId);
        membership.communityId = community;
        membership.accountId = accountId;
        membership.userId = userId;
        membership.accessLevel = accessLevel;
        membership.joinedAt = joinedAt;
        return membership;
    }

    /** Fails as taken where the account is or was a member. */
    Uni<MembershipDocument> join(Tx tx) {
        List<DomainEvent> events = new ArrayList<>();
        events.add(new MemberJoined(communityId.id(), accountId, joinedAt));
        if (!roleIds().isEmpty()) {
            events.add(new MemberRolesChanged(communityId.id(), accountId, roleIds()));
        }
        return memberships().of(communityId).insert(tx, this, events.toArray(DomainEvent[]::new));
    }

    /** Empty where it had ended before. */
    Uni<@Nullable MembershipDocument> end(Tx tx, Instant now) {
        return memberships()
                .of(communityId)
                .change(tx, id)
                .when(ACTIVE)
                .by(set("leftAt", now))
                .emitting(new MemberLeft(communityId.id(), accountId, joinedAt, now));
    }

    /** Empty where it had not ended. */
    Uni<@Nullable MembershipDocument> restore(Tx tx) {
        return memberships()
                .of(communityId)
                .change(tx, id)
                .when(exists("leftAt"))
                .by(unset("leftAt"))
                .emitting(new MemberRestored(communityId.id(), accountId, joinedAt));
    }

    /** Gives the member these roles and no others; empty where the membership ended. */
    public Uni<@Nullable MembershipDocument> withRoles(Tx tx, List<String> roleIds) {
        return memberships()
                .of(communityId)
                .change(tx, id)
                .when(ACTIVE)
                .by(set("roleIds", roleIds))
                .emitting(new MemberRolesChanged(communityId.id(), accountId, roleIds));
    }

    /** Empty where the membership ended. */
    Uni<@Nullable MembershipDocument> withAccessLevel(Tx tx, int level) {
        return memberships()
                .of(communityId)
                .change(tx, id)
                .when(ACTIVE)
                .by(set("accessLevel", level))
                .emitting(new MemberAccessChanged(communityId.id(), accountId, level));
    }

    /** Takes a role away that is gone: nobody needs to hear of it twice. */
    public Uni<@Nullable MembershipDocument> withoutDeletedRole(Tx tx, String roleId) {
        return memberships()
                .of(communityId)
                .change(tx, id)
                .by(pull("roleIds", roleId))
                .withoutEvent();
    }

    /** Counts a visit, unless somebody counted one since this copy was read. */
    Uni<@Nullable MembershipDocument> visit(Tx tx, Instant now) {
        return memberships()
                .of(communityId)
                .change(tx, id)
                .when(and(ACTIVE, or(eq("visits", visits), exists("visits", false))))
                .by(combine(set("visitedAt", now), set("visits", visits + 1)))
                .emitting(new MemberVisited(communityId.id(), accountId, now, visits + 1));
    }

    static Uni<@Nullable MembershipDocument> find(Tx tx, CommunityId community, String accountId) {
        return memberships().of(community).find(tx, id(community, accountId));
    }

    /** A member by account or decimal {@code userId}. */
    public static Uni<@Nullable MembershipDocument> findMember(Tx tx, CommunityId community, String user) {
        return memberships().of(community).find(tx, and(called(user), ACTIVE));
    }

    /** The same, also for one whose membership ended. */
    public static Uni<@Nullable MembershipDocument> findEver(Tx tx, CommunityId community, String user) {
        return memberships().of(community).find(tx, called(user));
    }

    /** A member by whose membership something is decided in the same transaction. */
    public static Uni<@Nullable MembershipDocument> findToDecide(Tx tx, CommunityId community, String accountId) {
        return memberships()
                .of(community)
                .change(tx, id(community, accountId))
                .when(ACTIVE)
                .by(inc("decisions", 1L))
                .withoutEvent();
    }

    /** All of them, those that ended too, in the order of accounts. */
    static Uni<List<MembershipDocument>> after(Tx tx, CommunityId community, @Nullable String accountId, int limit) {
        return memberships()
                .of(community)
                .list(tx, accountId == null ? empty() : gt("accountId", accountId), ascending("accountId"), limit)
                .collect()
                .asList();
    }

    /** All who have a role, members or not. */
    public static Multi<MembershipDocument> having(Tx tx, CommunityId community, String roleId) {
        return memberships().of(community).list(tx, eq("roleIds", roleId), ascending("_id"), 0);
    }

    public List<String> roleIds() {
        return roleIds == null ? List.of() : roleIds;
    }

    public boolean isSuspended(Instant now) {
        return suspendedUntil != null && suspendedUntil.isAfter(now);
    }

    boolean isBanned(Instant now) {
        return bannedUntil != null && bannedUntil.isAfter(now);
    }

    /** What the API calls the member by. */
    public String shownId() {
        return userId == null ? accountId : userId;
    }

    public static Uni<Void> buildIndexes() {
        return memberships()
                .createIndex(ascending("communityId", "accountId"))
                .chain(() -> memberships().createIndex(ascending("communityId", "userId")))
                .chain(() -> memberships().createIndex(ascending("communityId", "roleIds")))
                .chain(() -> memberships().createIndex(ascending("accountId")));
    }

    /** The communities of an account: the one look that begins with nobody's community. */
    public static Multi<MembershipDocument> of(Tx tx, String accountId) {
        return tx.list(
                memberships().ofAllCommunities(),
                and(eq("accountId", accountId), ACTIVE),
                new io.quarkus.mongodb.FindOptions().sort(ascending("joinedAt")));
    }

    private static Bson called(String user) {
        return user.length() == 24 ? eq("accountId", user) : eq("userId", user);
    }

    private static String id(CommunityId community, String accountId) {
        return community.id() + ":" + accountId;
    }

    public static TenantCollection.All<MembershipDocument> memberships() {
        return TenantCollection.all(mongoCollection());
    }
}
