package dev.regulars.identity.directory.community;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** Settings of a community that the directory needs, as of a version of the community. */
@MongoEntity(collection = "communities")
public class CommunityDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public CommunityId communityId;
    public String timezone;
    /** The custom field that {@code externalId} and {@code referral} mean (contract §3.17). */
    public @Nullable String identifierField;
    /** Version at community-service. */
    public Version source;

    static CommunityDocument of(
            CommunityId community, String timezone, @Nullable String identifierField, Version source) {
        var settings = new CommunityDocument();
        settings.id = community.id();
        settings.communityId = community;
        settings.timezone = timezone;
        settings.identifierField = identifierField;
        settings.source = source;
        return settings;
    }

    static Uni<@Nullable CommunityDocument> find(Tx tx, CommunityId community) {
        return communities().of(community).find(tx, community.id());
    }

    static Uni<@Nullable CommunityId> named(Tx tx, String id) {
        return tx.find(communities().ofAllCommunities(), eq("_id", id))
                .onItem()
                .ifNotNull()
                .transform(settings -> settings.communityId);
    }

    static Uni<List<CommunityId>> withIdentifier(Tx tx) {
        return tx.list(communities().ofAllCommunities(), ne("identifierField", null), new FindOptions())
                .map(settings -> settings.communityId)
                .collect()
                .asList();
    }

    /** An older state changes nothing. */
    Uni<Void> store(Tx tx) {
        return communities()
                .of(communityId)
                .insert(tx, this)
                .replaceWithVoid()
                .onFailure(DuplicateKey::is)
                .recoverWithUni(() -> communities()
                        .of(communityId)
                        .change(tx, id)
                        .when(source.newerThan("source"))
                        .by(combine(
                                set("timezone", timezone),
                                set("identifierField", identifierField),
                                set("source", source)))
                        .withoutEvent()
                        .replaceWithVoid());
    }

    private static TenantCollection.All<CommunityDocument> communities() {
        return TenantCollection.all(mongoCollection());
    }
}
