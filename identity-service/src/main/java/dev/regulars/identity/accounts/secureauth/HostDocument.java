package dev.regulars.identity.accounts.secureauth;

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

/** The proven host name of a community, as of a version of the community. */
@MongoEntity(collection = "hosts")
public class HostDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public CommunityId communityId;
    /** Null once it is lost: an older event must not bring it back. */
    public @Nullable String host;
    /** Version at community-service. */
    public Version source;

    static HostDocument of(CommunityId community, @Nullable String host, Version source) {
        var document = new HostDocument();
        document.id = community.id();
        document.communityId = community;
        document.host = host;
        document.source = source;
        return document;
    }

    static Uni<@Nullable HostDocument> find(Tx tx, CommunityId community) {
        return hosts().of(community).find(tx, community.id());
    }

    /** An older state changes nothing. */
    Uni<Void> store(Tx tx) {
        return hosts().of(communityId)
                .insert(tx, this)
                .replaceWithVoid()
                .onFailure(DuplicateKey::is)
                .recoverWithUni(() -> hosts().of(communityId)
                        .change(tx, id)
                        .when(source.newerThan("source"))
                        .by(combine(set("host", host), set("source", source)))
                        .withoutEvent()
                        .replaceWithVoid());
    }

    private static TenantCollection.All<HostDocument> hosts() {
        return TenantCollection.all(mongoCollection());
    }
}
