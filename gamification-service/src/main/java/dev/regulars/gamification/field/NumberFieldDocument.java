package dev.regulars.gamification.field;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.or;
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
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** A custom field of a community as of a version of it. */
@MongoEntity(collection = "numberFields")
public class NumberFieldDocument extends ReactivePanacheMongoEntityBase {

    /** Of the field. */
    @BsonId
    public String id;

    public CommunityId communityId;
    /** What it is called in APIs. */
    public String field;

    public boolean isNumber;
    public boolean retired;
    public @Nullable Version source;

    static Uni<Void> keep(
            Tx tx, CommunityId community, String id, String field, boolean isNumber, boolean retired, Version source) {
        return ensure(tx, community, id, field)
                .chain(() -> fields().of(community)
                        .change(tx, id)
                        .when(source.newerThan("source"))
                        .by(combine(
                                set("field", field),
                                set("isNumber", isNumber),
                                set("retired", retired),
                                set("source", source)))
                        .withoutEvent())
                .replaceWithVoid();
    }

    /** One that members can be ranked by, found by id or key. */
    public static Uni<@Nullable NumberFieldDocument> find(Tx tx, CommunityId community, String idOrKey) {
        return fields().of(community)
                .find(
                        tx,
                        and(or(eq("_id", idOrKey), eq("field", idOrKey)), eq("isNumber", true), eq("retired", false)));
    }

    private static Uni<Void> ensure(Tx tx, CommunityId community, String id, String key) {
        var field = new NumberFieldDocument();
        field.id = id;
        field.communityId = community;
        field.field = key;
        return fields().of(community)
                .find(tx, id)
                .chain(known -> known != null
                        ? Uni.createFrom().voidItem()
                        : fields().of(community)
                                .insert(tx, field)
                                .onFailure(DuplicateKey::is)
                                .recoverWithNull()
                                .replaceWithVoid());
    }

    public static Uni<Void> buildIndexes() {
        return fields().createIndex(ascending("communityId", "field"));
    }

    private static TenantCollection.All<NumberFieldDocument> fields() {
        return TenantCollection.all(mongoCollection());
    }
}
