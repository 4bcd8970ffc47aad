package dev.regulars.identity.directory.field;

import dev.regulars.identity.directory.field.definition.FieldDocument;
import dev.regulars.identity.directory.member.MemberDocument;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A custom field that was just created (contract §3.8.4). */
@Schema(examples = """
        {"_id": "66b1f2a8a4d3e5f607182951", "field": "deposit-amount", "name": "Deposit amount", "type": "numerical",
         "creator": {"_id": "66b1f0aaa4d3e5f60718293a", "id": 42, "avatar": null, "displayName": "Ana O.",
           "username": "ana"}, "communityId": "66b1f0e9a4d3e5f60718293b",
         "createdAt": "2026-03-10T16:15:50.123Z", "updatedAt": "2026-03-10T16:15:50.123Z"}""")
record CreateUserFieldResponse(
        String _id,
        @Schema(description = "Database name") String field,
        @Schema(description = "What people read") String name,

        @Schema(description = "`numerical`, `single-line-text`, `multi-line-text`, `date`, `boolean` or `select`")
        String type,

        @Nullable CreatorInfo creator,
        String communityId,
        Instant createdAt,
        Instant updatedAt) {

    /** Who created a field. */
    record CreatorInfo(
            String _id,
            long id,
            @Schema(description = "A URL") @Nullable String avatar,
            String displayName,
            String username) {

        static @Nullable CreatorInfo of(@Nullable MemberDocument member) {
            return member == null
                    ? null
                    : new CreatorInfo(
                            member.accountId,
                            Long.parseLong(member.userId),
                            member.avatar,
                            member.displayName,
                            member.username);
        }
    }

    static CreateUserFieldResponse of(FieldDocument field, @Nullable MemberDocument creator) {
        return new CreateUserFieldResponse(
                field.id,
                field.field,
                field.name,
                field.type,
                CreatorInfo.of(creator),
                field.communityId.id(),
                field.createdAt,
                field.updatedAt);
    }
}
