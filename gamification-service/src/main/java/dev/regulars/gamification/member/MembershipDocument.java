package dev.regulars.gamification.member;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.projection.ProjectionChange;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.ledger.ChangedMemberDocument;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** What other services own of a member, each part as of a version of its source. */
@MongoEntity(collection = "boardMembers")
public class MembershipDocument extends ReactivePanacheMongoEntityBase {

    /** {@code communityId:accountId}. */
    @BsonId
    public String id;

    public CommunityId communityId;
    public String accountId;
    /** Whether the membership has ended. */
    public boolean left;

    public @Nullable Version membershipSource;
    public @Nullable List<String> roleIds;
    public @Nullable Version rolesSource;
    public @Nullable List<String> tags;
    public @Nullable Version tagsSource;
    public @Nullable MemberProfile profile;
    public @Nullable Version profileSource;
    /** When a part changed that decides where the member is ranked: not the profile. */
    public @Nullable Instant changedAt;

    /** {@code @all} has the id of the community. */
    public boolean hasRole(String roleId) {
        return roleId.equals(communityId.id()) || (roleIds != null && roleIds.contains(roleId));
    }

    public boolean hasTag(String tag) {
        return tags != null && tags.contains(tag);
    }

    public Set<String> tags() {
        return tags == null ? Set.of() : Set.copyOf(tags);
    }

    /** With {@code @all}, which has the id of the community; also for somebody who is not known here. */
    public static Set<String> roleIds(CommunityId community, @Nullable MembershipDocument member) {
        Set<String> roles = new HashSet<>(Set.of(community.id()));
        if (member != null && member.roleIds != null) {
            roles.addAll(member.roleIds);
        }
        return roles;
    }

    static ProjectionChange membership(
            CommunityId community, String accountId, boolean left, Version source, Instant now) {
        return change(community, accountId, set("left", left), "membershipSource", source, now);
    }

    static ProjectionChange roles(
            CommunityId community, String accountId, List<String> roleIds, Version source, Instant now) {
        return change(community, accountId, set("roleIds", roleIds), "rolesSource", source, now);
    }

    static ProjectionChange tags(
            CommunityId community, String accountId, List<String> tags, Version source, Instant now) {
        return change(community, accountId, set("tags", tags), "tagsSource", source, now);
    }

    /** An event that does not tell all of the profile leaves none: it is asked for until the next one. */
    static ProjectionChange profile(
            CommunityId community, String accountId, @Nullable MemberProfile profile, Version source) {
        Bson change = profile == null ? unset("profile") : set("profile", profile);
        return new ProjectionChange(
                community,
                id(community, accountId),
                source.newerThan("profileSource"),
                combine(setOnInsert("accountId", accountId), change, set("profileSource", source)));
    }

    static Uni<Void> keep(List<ProjectionChange> changes, Instant now) {
        return members().projection(now).change(changes);
    }

    public static Uni<@Nullable MembershipDocument> find(Tx tx, CommunityId community, String accountId) {
        return members().of(community).find(tx, id(community, accountId));
    }

    public static Multi<MembershipDocument> find(Tx tx, CommunityId community, Collection<String> accountIds) {
        return members().of(community).list(tx, byAccount(community, accountIds), ascending("_id"), 0);
    }

    /** Those whose profile is kept. */
    static Multi<ProfiledMemberDocument> profiles(Tx tx, CommunityId community, Collection<String> accountIds) {
        return profiles(tx, community, byAccount(community, accountIds));
    }

    static Multi<ProfiledMemberDocument> profilesByUserId(Tx tx, CommunityId community, Collection<String> userIds) {
        return profiles(tx, community, in("profile.userId", userIds));
    }

    private static Multi<ProfiledMemberDocument> profiles(Tx tx, CommunityId community, Bson which) {
        return members()
                .of(community)
                .aggregate(tx, ProfiledMemberDocument.pipeline(which), ProfiledMemberDocument.class);
    }

    private static Bson byAccount(CommunityId community, Collection<String> accountIds) {
        return in("_id", accountIds.stream().map(one -> id(community, one)).toList());
    }

    /** Whose membership has ended. */
    public static Multi<MembershipDocument> left(Tx tx, CommunityId community) {
        return members().of(community).list(tx, eq("left", true), ascending("_id"), 0);
    }

    public static Multi<MembershipDocument> withAny(
            Tx tx, CommunityId community, Collection<String> roleIds, Collection<String> tags) {
        return members().of(community).list(tx, or(in("roleIds", roleIds), in("tags", tags)), ascending("_id"), 0);
    }

    public static Multi<ChangedMemberDocument> changedSince(
            Tx tx, CommunityId community, Instant since, @Nullable Instant until) {
        return members()
                .of(community)
                .aggregate(tx, ChangedMemberDocument.pipeline("changedAt", since, until), ChangedMemberDocument.class);
    }

    private static ProjectionChange change(
            CommunityId community, String accountId, Bson change, String sourceField, Version source, Instant now) {
        return new ProjectionChange(
                community,
                id(community, accountId),
                source.newerThan(sourceField),
                combine(setOnInsert("accountId", accountId), change, set(sourceField, source), set("changedAt", now)));
    }

    private static String id(CommunityId community, String accountId) {
        return community + ":" + accountId;
    }

    public static Uni<Void> buildIndexes() {
        return members()
                .createIndex(ChangedMemberDocument.index("changedAt"))
                .chain(() -> members().createIndex(ascending("communityId", "roleIds")))
                .chain(() -> members().createIndex(ascending("communityId", "tags")))
                .chain(() -> members().createIndex(ascending("communityId", "left")))
                .chain(() -> members().createIndex(ascending("communityId", "profile.userId")));
    }

    private static TenantCollection.All<MembershipDocument> members() {
        return TenantCollection.all(mongoCollection());
    }
}
