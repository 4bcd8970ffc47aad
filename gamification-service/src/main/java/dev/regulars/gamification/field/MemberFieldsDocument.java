package dev.regulars.gamification.field;

import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.set;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** Values of custom fields of a member, each as of when it was changed. */
@MongoEntity(collection = "memberTraits")
public class MemberFieldsDocument extends ReactivePanacheMongoEntityBase {

    /** A custom field. */
    public record StoredField(String name, FieldValue value, Instant changedAt) {}

    /** {@code communityId:accountId}. */
    @BsonId
    public String id;

    public CommunityId communityId;
    /** By id of the field. */
    public @Nullable Map<String, StoredField> fields;

    /** Events of a member come in order, and again. */
    static Uni<Void> keep(Tx tx, CommunityId community, String accountId, String fieldId, StoredField field) {
        var member = new MemberFieldsDocument();
        member.id = community + ":" + accountId;
        member.communityId = community;
        String at = "fields." + fieldId;
        return members()
                .of(community)
                .insert(tx, member)
                .replaceWithVoid()
                .onFailure(DuplicateKey::is)
                .recoverWithNull()
                .chain(() -> members()
                        .of(community)
                        .change(tx, member.id)
                        .when(or(exists(at, false), lte(at + ".changedAt", field.changedAt())))
                        .by(set(at, field))
                        .withoutEvent())
                .replaceWithVoid();
    }

    /** By id and by name of the field. */
    public static Uni<Map<String, FieldValue>> values(Tx tx, CommunityId community, String accountId) {
        return members()
                .of(community)
                .find(tx, community + ":" + accountId)
                .map(found -> found == null ? Map.of() : found.values());
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

    private static TenantCollection.All<MemberFieldsDocument> members() {
        return TenantCollection.all(mongoCollection());
    }
}
