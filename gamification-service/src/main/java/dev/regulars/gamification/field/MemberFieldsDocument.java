package dev.regulars.gamification.field;

import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.set;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.projection.ProjectionChange;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.events.identity.CustomFieldEvent.MemberFieldChanged;
import dev.regulars.gamification.field.NumberChanges.ChangedValue;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
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

    static Uni<Void> keep(List<ChangedValue> values, Instant now) {
        return members()
                .projection(now)
                .change(values.stream().map(value -> change(value.event())).toList());
    }

    /** Events of a member come in order, and again. */
    private static ProjectionChange change(MemberFieldChanged event) {
        String at = "fields." + event.fieldId();
        return new ProjectionChange(
                event.community(),
                event.community() + ":" + event.accountId(),
                or(exists(at, false), lte(at + ".changedAt", event.changedAt())),
                set(at, new StoredField(event.field(), FieldValue.of(event.value()), event.changedAt())));
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
