package dev.regulars.messaging.community;

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
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** Who owns a community, as of a version of it. */
@MongoEntity(collection = "owners")
public class OwnerDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public CommunityId communityId;
    public String accountId;
    /** Version at community-service. */
    public Version source;

    static Uni<Void> store(Tx tx, CommunityId community, String accountId, Version source) {
        var owner = new OwnerDocument();
        owner.id = community.id();
        owner.communityId = community;
        owner.accountId = accountId;
        owner.source = source;
        return owners().of(community)
                .insert(tx, owner)
                .replaceWithVoid()
                .onFailure(DuplicateKey::is)
                .recoverWithUni(() -> owners().of(community)
                        .change(tx, owner.id)
                        .when(source.newerThan("source"))
                        .by(combine(set("accountId", accountId), set("source", source)))
                        .withoutEvent()
                        .replaceWithVoid());
    }

    static Uni<@Nullable OwnerDocument> find(Tx tx, CommunityId community) {
        return owners().of(community).find(tx, community.id());
    }

    private static TenantCollection.All<OwnerDocument> owners() {
        return TenantCollection.all(mongoCollection());
    }
}
