package dev.regulars.community.server;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexOptions;
import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.events.community.CommunityEvent.ServerCreated;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** A community; the one place that says who owns it. Its id is the tenant everywhere. */
@MongoEntity(collection = "servers")
public class ServerDocument extends ReactivePanacheMongoEntityBase {

    static final String URI_INDEX = "uri_of_the_living";
    static final String DOMAIN_INDEX = "domain_of_the_living";

    @BsonId
    public String id;

    public long number;
    public String ownerId;
    public String ownerUserId;
    public String name;
    public @Nullable String uri;
    public @Nullable String domain;
    public @Nullable String description;
    public @Nullable String image;
    public String timezone;
    public Instant createdAt;
    public Instant updatedAt;
    /** Kept by the outbox; read here only. */
    public Version version;

    Uni<ServerDocument> create(Tx tx) {
        return tx.insert(servers().ofAllCommunities(), this, new ServerCreated(id, ownerId, name, timezone));
    }

    static Uni<@Nullable ServerDocument> find(Tx tx, CommunityId community) {
        return tx.find(servers().ofAllCommunities(), eq("_id", community.id()));
    }

    static Uni<Void> buildIndexes() {
        return unique("uri", URI_INDEX).chain(() -> unique("domain", DOMAIN_INDEX));
    }

    private static Uni<Void> unique(String field, String name) {
        Bson living = and(eq("deleted", false), exists(field));
        return servers()
                .createIndex(
                        ascending(field),
                        new IndexOptions().name(name).unique(true).partialFilterExpression(living))
                .replaceWithVoid();
    }

    private static TenantCollection.All<ServerDocument> servers() {
        return TenantCollection.all(mongoCollection());
    }
}
