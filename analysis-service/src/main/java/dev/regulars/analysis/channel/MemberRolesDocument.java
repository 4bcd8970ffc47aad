package dev.regulars.analysis.channel;

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
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;

/** The roles of a member, as of a version of the membership. */
@MongoEntity(collection = "memberRoles")
public class MemberRolesDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public CommunityId communityId;
    public List<String> roleIds;
    /** Version at community-service. */
    public Version source;

    static Uni<Void> keep(Tx tx, String accountId, List<String> roleIds, Version source) {
        var member = new MemberRolesDocument();
        member.id = id(tx, accountId);
        member.communityId = tx.community();
        member.roleIds = roleIds;
        member.source = source;
        return members()
                .in(tx)
                .insert(member)
                .replaceWithVoid()
                .onFailure(DuplicateKey::is)
                .recoverWithUni(() -> members()
                        .in(tx)
                        .change(member.id)
                        .when(source.newerThan("source"))
                        .by(combine(set("roleIds", roleIds), set("source", source)))
                        .withoutEvent()
                        .replaceWithVoid());
    }

    /** None where the member has none but {@code @all}. */
    static Uni<List<String>> of(Tx tx, String accountId) {
        return members()
                .in(tx)
                .find(id(tx, accountId))
                .map(member -> member == null ? List.<String>of() : member.roleIds);
    }

    private static String id(Tx tx, String accountId) {
        return tx.community() + ":" + accountId;
    }

    private static TenantCollection.All<MemberRolesDocument> members() {
        return TenantCollection.all(mongoCollection());
    }
}
