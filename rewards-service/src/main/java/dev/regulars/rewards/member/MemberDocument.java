package dev.regulars.rewards.member;

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
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** What prices and access rules ask of a member, each part as of a version of its source. */
@MongoEntity(collection = "members")
public class MemberDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public CommunityId communityId;
    public String accountId;
    public @Nullable List<String> roleIds;
    public @Nullable Version rolesSource;
    public @Nullable List<String> tags;
    public @Nullable Version tagsSource;
    public @Nullable Instant suspendedUntil;
    public @Nullable Version suspensionSource;

    static Uni<Void> roles(Tx tx, CommunityId community, String accountId, List<String> roleIds, Version source) {
        return store(tx, community, accountId, set("roleIds", roleIds), "rolesSource", source);
    }

    static Uni<Void> tags(Tx tx, CommunityId community, String accountId, List<String> tags, Version source) {
        return store(tx, community, accountId, set("tags", tags), "tagsSource", source);
    }

    static Uni<Void> suspension(
            Tx tx, CommunityId community, String accountId, @Nullable Instant until, Version source) {
        return store(tx, community, accountId, set("suspendedUntil", until), "suspensionSource", source);
    }

    static Uni<@Nullable MemberDocument> find(Tx tx, CommunityId community, String accountId) {
        return members().of(community).find(tx, id(community, accountId));
    }

    private static Uni<Void> store(
            Tx tx, CommunityId community, String accountId, Bson change, String sourceField, Version source) {
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

    private static String id(CommunityId community, String accountId) {
        return community + ":" + accountId;
    }

    private static TenantCollection.All<MemberDocument> members() {
        return TenantCollection.all(mongoCollection());
    }
}
