package dev.regulars.gamification.rule.role;

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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** The roles of a member as of a version of the membership. */
@MongoEntity(collection = "memberRoles")
public class MemberRolesDocument extends ReactivePanacheMongoEntityBase {

    /** {@code communityId:accountId}. */
    @BsonId
    public String id;

    public CommunityId communityId;
    public String accountId;
    public @Nullable List<String> roleIds;
    public @Nullable Version source;

    /** With {@code @all}, which has the id of the community. */
    public static Uni<Set<String>> of(Tx tx, CommunityId community, String accountId) {
        return members().of(community).find(tx, community + ":" + accountId).map(found -> {
            Set<String> roles = new HashSet<>(Set.of(community.id()));
            if (found != null && found.roleIds != null) {
                roles.addAll(found.roleIds);
            }
            return roles;
        });
    }

    static Uni<Void> keep(Tx tx, CommunityId community, String accountId, List<String> roleIds, Version source) {
        return ensure(tx, community, accountId)
                .chain(() -> members()
                        .of(community)
                        .change(tx, community + ":" + accountId)
                        .when(source.newerThan("source"))
                        .by(combine(set("roleIds", roleIds), set("source", source)))
                        .withoutEvent())
                .replaceWithVoid();
    }

    private static Uni<Void> ensure(Tx tx, CommunityId community, String accountId) {
        var member = new MemberRolesDocument();
        member.id = community + ":" + accountId;
        member.communityId = community;
        member.accountId = accountId;
        return members()
                .of(community)
                .find(tx, member.id)
                .chain(found -> found != null
                        ? Uni.createFrom().voidItem()
                        : members()
                                .of(community)
                                .insert(tx, member)
                                .onFailure(DuplicateKey::is)
                                .recoverWithNull()
                                .replaceWithVoid());
    }

    private static TenantCollection.All<MemberRolesDocument> members() {
        return TenantCollection.all(mongoCollection());
    }
}
