package dev.regulars.identity.directory.field.value;

import dev.regulars.events.identity.CustomFieldEvent.MemberFieldChanged;
import dev.regulars.identity.directory.field.definition.FieldDefinition;
import dev.regulars.identity.directory.field.definition.FieldType;
import dev.regulars.identity.directory.member.MemberDocument;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A field's value as it was stored, and as it will be. */
public record FieldChange(
        FieldDefinition field,
        @Nullable Object before,
        @Nullable Object value) {

    MemberFieldChanged event(MemberDocument member, ValueSource source, Instant at) {
        return new MemberFieldChanged(
                member.communityId,
                member.accountId,
                member.userId,
                field.id(),
                field.field(),
                FieldType.shown(value),
                FieldType.shown(before),
                source.wire(),
                at);
    }
}
