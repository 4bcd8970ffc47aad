package dev.regulars.gamification.rule.trait;

import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.rule.trait.Traits.FieldValue;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Tags and custom fields of a member, each as of when its owner changed it. */
@MongoEntity(collection = "memberTraits")
public class MemberTraitsDocument extends ReactivePanacheMongoEntityBase {

    /** A custom field. */
    public record StoredField(String name, FieldValue value, Instant changedAt) {}

    /** {@code communityId:accountId}. */
    @BsonId
    public String id;

    public CommunityId communityId;
    public @Nullable List<String> tags;
    public @Nullable Version tagsSource;
    /** By id of the field. */
    public @Nullable Map<String, StoredField> fields;

    static Uni<Void> tags(Tx tx, CommunityId community, String accountId, List<String> tags, Version source) {
        return keep(
                tx,
                community,
                accountId,
                source.newerThan("tagsSource"),
                combine(set("tags", tags), set("tagsSource", source)));
    }

    /** Events of a member come in order, and again. */
    static Uni<Void> field(Tx tx, CommunityId community, String accountId, String fieldId, StoredField field) {
        String at = "fields." + fieldId;
        return keep(
                tx,
                community,
                accountId,
                or(exists(at, false), lte(at + ".changedAt", field.changedAt())),
                set(at, field));
    }

    private static Uni<Void> keep(Tx tx, CommunityId community, String accountId, Bson guard, Bson change) {
        var member = new MemberTraitsDocument();
        member.id = community + ":" + accountId;
        member.communityId = community;
        return members()
                .of(community)
                .insert(tx, member)
                .replaceWithVoid()
                .onFailure(DuplicateKey::is)
                .recoverWithNull()
                .chain(() -> members()
                        .of(community)
                        .change(tx, member.id)
                        .when(guard)
                        .by(change)
                        .withoutEvent())
                .replaceWithVoid();
    }

    static Uni<Traits> of(Tx tx, CommunityId community, String accountId, Set<String> roles) {
        return members()
                .of(community)
                .find(tx, community + ":" + accountId)
                .map(found -> found == null
                        ? new Traits(roles, Set.of(), Map.of())
                        : new Traits(roles, found.tags == null ? Set.of() : Set.copyOf(found.tags), found.values()));
    }

    private Map<String, FieldValue> values() {
        Map<String, FieldValue> values = new HashMap<>();
        if (fields != null) {
            fields.forEach((fieldId, field) -> {
                values.put(fieldId, field.value());
                values.put(field.name(), field.value());
            });
        }
        return values;
    }

    private static TenantCollection.All<MemberTraitsDocument> members() {
        return TenantCollection.all(mongoCollection());
    }
}
