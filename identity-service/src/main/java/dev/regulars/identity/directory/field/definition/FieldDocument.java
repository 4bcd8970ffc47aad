package dev.regulars.identity.directory.field.definition;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static dev.regulars.identity.IdentityError.FIELD_TAKEN;
import static dev.regulars.web.refusal.Refusal.orNotFound;

import com.mongodb.client.model.IndexOptions;
import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.events.identity.CustomFieldEvent.UserFieldChanged;
import dev.regulars.events.identity.CustomFieldEvent.UserFieldCreated;
import dev.regulars.events.identity.CustomFieldEvent.UserFieldRetired;
import dev.regulars.web.value.Ids;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** A custom field. One that is deleted is retired: values and histories keep its id, and its names are free again. */
@MongoEntity(collection = "fields")
public class FieldDocument extends ReactivePanacheMongoEntityBase {

    private static final Bson LIVE = eq("retired", false);

    @BsonId
    public String id;

    public CommunityId communityId;
    public String field;
    public List<String> aliases;
    /** Of all its names, without upper case; no two live fields of a community share one. */
    public List<String> keys;

    public String name;
    public String type;
    public @Nullable String description;
    public boolean required;
    public @Nullable String defaultText;
    public List<String> options;
    public String creatorId;
    public Instant createdAt;
    public Instant updatedAt;
    public boolean retired;
    /** Present while values of an earlier type are being rewritten. */
    public @Nullable Instant conversionDue;

    public static FieldDocument of(Tx tx, String creatorId) {
        var field = new FieldDocument();
        field.id = Ids.next();
        field.communityId = tx.community();
        field.aliases = List.of();
        field.creatorId = creatorId;
        field.createdAt = tx.now();
        field.updatedAt = field.createdAt;
        return field;
    }

    public FieldDefinition definition() {
        return new FieldDefinition(id, field, aliases, name, FieldType.of(type), required, options, defaultText);
    }

    public Uni<FieldDocument> create(Tx tx) {
        keys = keys();
        return fields().in(tx)
                .insert(this, new UserFieldCreated(communityId.id(), id, field, name, type))
                .onFailure(DuplicateKey::is)
                .transform(taken -> FIELD_TAKEN.because(field));
    }

    /** Stores what this copy was changed to. */
    public Uni<FieldDocument> store(Tx tx) {
        keys = keys();
        return fields().in(tx)
                .change(id)
                .when(LIVE)
                .set("field", field)
                .set("aliases", aliases)
                .set("keys", keys)
                .set("name", name)
                .set("type", type)
                .set("description", description)
                .set("required", required)
                .set("defaultText", defaultText)
                .set("options", options)
                .set("conversionDue", conversionDue)
                .set("updatedAt", tx.now())
                .emitting(new UserFieldChanged(communityId.id(), id, field, aliases, name, type))
                .plug(orNotFound("field", id))
                .onFailure(DuplicateKey::is)
                .transform(taken -> FIELD_TAKEN.because(field));
    }

    private List<String> keys() {
        return Stream.concat(Stream.of(field), aliases.stream())
                .map(FieldSlug::key)
                .distinct()
                .toList();
    }

    public Uni<FieldDocument> retire(Tx tx) {
        return fields().in(tx)
                .change(id)
                .when(LIVE)
                .set("retired", true)
                .set("updatedAt", tx.now())
                .emitting(new UserFieldRetired(communityId.id(), id, field))
                .plug(orNotFound("field", id));
    }

    public static Uni<FieldDocument> get(Tx tx, String id) {
        return fields().in(tx).find(and(eq("_id", id), LIVE)).plug(orNotFound("field", id));
    }

    /** A retired one too. */
    public static Uni<FieldDocument> getAny(Tx tx, String id) {
        return fields().in(tx).get(id);
    }

    /** The oldest first. */
    public static Uni<List<FieldDocument>> live(Tx tx) {
        return fields().in(tx).list(LIVE, ascending("_id"));
    }

    /** Retired ones first, so that a live one of the same name comes after it. */
    public static Uni<List<FieldDocument>> all(Tx tx) {
        return fields().in(tx).list(orderBy(descending("retired"), ascending("_id")));
    }

    public static Uni<Long> count(Tx tx) {
        return fields().in(tx).count(LIVE);
    }

    /** Of all communities. */
    public static Uni<List<FieldDocument>> toConvert(Tx tx, Instant now) {
        return tx.list(
                        fields().ofAllCommunities(),
                        lte("conversionDue", now),
                        new FindOptions().sort(ascending("conversionDue")).limit(10))
                .collect()
                .asList();
    }

    /** All its values are of its type now, unless it was changed once more in between. */
    public Uni<Void> converted(Tx tx) {
        return fields().of(communityId)
                .change(tx, id)
                .when(and(eq("type", type), eq("updatedAt", updatedAt)))
                .by(unset("conversionDue"))
                .withoutEvent()
                .replaceWithVoid();
    }

    public Uni<Void> convertLater(Tx tx, Instant at) {
        return fields().of(communityId)
                .change(tx, id)
                .by(set("conversionDue", at))
                .withoutEvent()
                .replaceWithVoid();
    }

    public static Uni<Void> buildIndexes() {
        var liveOnes = new IndexOptions().unique(true).partialFilterExpression(LIVE);
        return fields().createIndex(ascending("communityId", "keys"), liveOnes)
                .chain(() -> fields().createIndex(ascending("communityId", "_id")))
                .chain(() -> fields().createIndex(ascending("conversionDue"), new IndexOptions().sparse(true)));
    }

    private static TenantCollection.All<FieldDocument> fields() {
        return TenantCollection.all(mongoCollection());
    }
}
