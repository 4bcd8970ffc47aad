package dev.regulars.events.identity;

import dev.regulars.events.EventType;
import dev.regulars.events.Subject;
import dev.regulars.events.TenantEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a community's custom fields and their values, on topic {@code identity.events}. */
public sealed interface CustomFieldEvent extends TenantEvent {

    /** A community has one more custom field. */
    @EventType("identity.user-field.created.v1")
    record UserFieldCreated(String communityId, @Subject String fieldId, String field, String name, String fieldType)
            implements CustomFieldEvent {}

    /** A custom field has another name or type. Requests may still use its former names. */
    @EventType("identity.user-field.changed.v1")
    record UserFieldChanged(
            String communityId,
            @Subject String fieldId,
            String field,
            List<String> aliases,
            String name,
            String fieldType)
            implements CustomFieldEvent {}

    /** A custom field was deleted. Its id never comes back; its name may. */
    @EventType("identity.user-field.retired.v1")
    record UserFieldRetired(String communityId, @Subject String fieldId, String field) implements CustomFieldEvent {}

    /**
     * A custom field of a member has another value.
     *
     * @param value a number, a text, a time or a boolean, as JSON has them; absent where the value was removed
     * @param previousValue absent where the member had none
     * @param source what changed it: {@code api}, {@code bulk}, {@code webhook} or {@code creation}
     */
    @EventType("identity.member.field-changed.v1")
    record MemberFieldChanged(
            String communityId,
            @Subject String accountId,
            String userId,
            String fieldId,
            String field,
            @Nullable Object value,
            @Nullable Object previousValue,
            String source,
            Instant changedAt)
            implements CustomFieldEvent {}
}
