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
import org.bson.codecs.pojo.annotations.BsonId;

/** Who owns a community, as of a version of it. */
@MongoEntity(collection = "owners")
public class OwnerDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public CommunityId communityId;
    public String accountId;
    /** Version at community-service. */
    public Version source;

    static Uni<Void> keep(Tx tx, String accountId, Version source) {
        var owner = new OwnerDocument();
        owner.id = tx.community().id();
        owner.communityId = tx.community();
        owner.accountId = accountId;
        owner.source = source;
        return owners().in(tx)
                .insert(owner)
                .replaceWithVoid()
                .onFailure(DuplicateKey::is)
                .recoverWithUni(() -> owners().in(tx)
                        .change(owner.id)
                        .when(source.newerThan("source"))
                        .by(combine(set("accountId", accountId), set("source", source)))
                        .withoutEvent()
                        .replaceWithVoid());
    }

    static Uni<Boolean> is(Tx tx, String accountId) {
        return owners().in(tx)
                .find(tx.community().id())
                .map(owner -> owner != null && owner.accountId.equals(accountId));
    }

    private static TenantCollection.All<OwnerDocument> owners() {
        return TenantCollection.all(mongoCollection());
    }
}
