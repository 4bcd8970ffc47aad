package dev.regulars.identity.directory.field;

import dev.regulars.identity.directory.field.definition.DefaultField;
import dev.regulars.identity.directory.field.definition.FieldDocument;
import dev.regulars.identity.directory.member.MemberDocument;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A field of members: one that everybody has, or a custom one (contract §3.8.4). */
@Schema(examples = UserFieldResponse.EXAMPLE)
record UserFieldResponse(
        String _id,
        @Schema(description = "Database name") String field,
        @Schema(description = "Names that it had before") List<String> aliases,
        @Schema(description = "What people read") String name,

        @Schema(description = "`numerical`, `single-line-text`, `multi-line-text`, `date`, `boolean` or `select`")
        String type,

        @Nullable String description,

        @Schema(description = "Whether a value cannot be removed")
        boolean required,

        @Schema(description = "What members have who were given nothing else") @Nullable
        Object defaultValue,

        @Schema(description = "Of a select: what it may hold")
        List<String> options,

        @Schema(description = "Null for a field that everybody has") @Nullable
        UserFieldCreator creator,

        Instant createdAt,
        Instant updatedAt) {

    static final String EXAMPLE = """
            {"_id": "66b1f2a8a4d3e5f607182951", "field": "deposit-amount", "aliases": [], "name": "Deposit amount",
             "type": "numerical", "description": null, "required": false, "defaultValue": null, "options": [],
             "creator": {"_id": "66b1f0aaa4d3e5f60718293a", "avatar": null, "displayName": "Ana O.", "username": "ana"},
             "createdAt": "2026-03-10T16:15:50.123Z", "updatedAt": "2026-03-10T16:15:50.123Z"}""";

    /** Who created a field. */
    record UserFieldCreator(
            String _id,
            @Schema(description = "A URL") @Nullable String avatar,
            String displayName,
            String username) {

        static @Nullable UserFieldCreator of(@Nullable MemberDocument member) {
            return member == null
                    ? null
                    : new UserFieldCreator(member.accountId, member.avatar, member.displayName, member.username);
        }
    }

    static UserFieldResponse of(FieldDocument field, @Nullable MemberDocument creator) {
        var definition = field.definition();
        return new UserFieldResponse(
                field.id,
                field.field,
                field.aliases,
                field.name,
                field.type,
                field.description,
                field.required,
                definition.shown(null),
                field.options,
                UserFieldCreator.of(creator),
                field.createdAt,
                field.updatedAt);
    }

    /** @param since the community's beginning */
    static UserFieldResponse of(DefaultField field, String communityId, Instant since) {
        return new UserFieldResponse(
                field.id(communityId),
                field.slug(),
                List.of(),
                field.title(),
                field.type().wire(),
                null,
                false,
                null,
                List.of(),
                null,
                since,
                since);
    }
}
