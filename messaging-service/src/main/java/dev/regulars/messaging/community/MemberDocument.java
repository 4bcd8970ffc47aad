package dev.regulars.messaging.community;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** A membership: whether it stands, its roles and its suspension, each as of a version of it. */
@MongoEntity(collection = "members")
public class MemberDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public CommunityId communityId;
    public String accountId;
    public @Nullable Instant joinedAt;
    public @Nullable Instant leftAt;
    public @Nullable Version membershipSource;
    public @Nullable List<String> roleIds;
    public @Nullable Version rolesSource;
    public @Nullable Instant suspendedUntil;
    public @Nullable Version suspensionSource;

    static Uni<Void> membership(
            Tx tx,
            CommunityId community,
            String accountId,
            Instant joinedAt,
            @Nullable Instant leftAt,
            Version source) {
        return change(
                tx,
                community,
                accountId,
                source,
                "membershipSource",
                combine(set("joinedAt", joinedAt), set("leftAt", leftAt)));
    }

    static Uni<Void> roles(Tx tx, CommunityId community, String accountId, List<String> roleIds, Version source) {
        return change(tx, community, accountId, source, "rolesSource", set("roleIds", roleIds));
    }

    static Uni<Void> suspension(
            Tx tx, CommunityId community, String accountId, @Nullable Instant until, Version source) {
        return change(tx, community, accountId, source, "suspensionSource", set("suspendedUntil", until));
    }

    private static Uni<Void> change(
            Tx tx, CommunityId community, String accountId, Version source, String sourceField, Bson change) {
        return ensure(tx, community, accountId)
                .chain(() -> members()
                        .of(community)
                        .change(tx, id(community, accountId))
                        .when(source.newerThan(sourceField))
                        .by(combine(change, set(sourceField, source)))
                        .withoutEvent())
                .replaceWithVoid();
    }

    private static Uni<Void> ensure(Tx tx, CommunityId community, String accountId) {
        var member = new MemberDocument();
        member.id = id(community, accountId);
        member.communityId = community;
        member.accountId = accountId;
        return find(tx, community, accountId)
                .chain(known -> known != null
                        ? Uni.createFrom().voidItem()
                        : members()
                                .of(community)
                                .insert(tx, member)
                                .onFailure(DuplicateKey::is)
                                .recoverWithNull()
                                .replaceWithVoid());
    }

    static Uni<@Nullable MemberDocument> find(Tx tx, CommunityId community, String accountId) {
        return members().of(community).find(tx, id(community, accountId));
    }

    /** Those of the accounts that are members. */
    static Uni<List<MemberDocument>> list(Tx tx, CommunityId community, Collection<String> accountIds) {
        List<String> ids = accountIds.stream().map(one -> id(community, one)).toList();
        return members()
                .of(community)
                .list(tx, and(in("_id", ids), exists("membershipSource")), ascending("_id"), 0)
                .collect()
                .asList();
    }

    boolean isMember() {
        return joinedAt != null && leftAt == null;
    }

    boolean isSuspended(Instant now) {
        return suspendedUntil != null && suspendedUntil.isAfter(now);
    }

    List<String> roleIds() {
        return roleIds == null ? List.of() : roleIds;
    }

    private static String id(CommunityId community, String accountId) {
        return community + ":" + accountId;
    }

    private static TenantCollection.All<MemberDocument> members() {
        return TenantCollection.all(mongoCollection());
    }
}
