package dev.regulars.identity.directory.history;

import dev.regulars.identity.directory.field.definition.FieldType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A change of one value (contract §3.8.5). */
@Schema(examples = """
        {"_id": "66b1f2a8a4d3e5f607182950", "communityId": "66b1f0e9a4d3e5f60718293b",
         "userId": "66b1f15ea4d3e5f60718293d", "customFieldId": "66b1f2a8a4d3e5f607182951", "value": 1250.5,
         "previousValue": null, "createdBy": "66b1f0aaa4d3e5f60718293a", "actor": {"kind": "key", "id":
         "66b1f2a8a4d3e5f607182952"}, "source": "api", "createdAt": "2026-03-10T16:15:50.123Z"}""")
record UserFieldHistoryItem(
        String _id,
        String communityId,
        @Schema(description = "`_id` of the member") String userId,
        @Schema(description = "`_id` of the field") String customFieldId,

        @Schema(description = "A number, a text, a time or a boolean; null where the value was removed") @Nullable
        Object value,

        @Schema(description = "Null where there was none before") @Nullable
        Object previousValue,

        @Schema(description = "`_id` of the user who acted, or who made the key") @Nullable
        String createdBy,

        Actor actor,

        @Schema(
                description = "What changed it",
                enumeration = {"api", "bulk", "webhook", "creation"})
        String source,

        Instant createdAt) {

    /** Who acted. */
    @Schema(name = "HistoryActor")
    record Actor(
            @Schema(description = "`user`, `key`, `service` and the like")
            String kind,

            @Schema(description = "Of the user, or of the key")
            String id) {}

    static UserFieldHistoryItem of(HistoryDocument entry) {
        return new UserFieldHistoryItem(
                entry.id,
                entry.communityId.id(),
                entry.accountId,
                entry.fieldId,
                FieldType.shown(entry.value()),
                FieldType.shown(entry.before()),
                entry.createdBy,
                new Actor(entry.actorKind, entry.actorId),
                entry.source,
                entry.createdAt);
    }
}
