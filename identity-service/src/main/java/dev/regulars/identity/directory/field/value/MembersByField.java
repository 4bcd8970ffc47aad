package dev.regulars.identity.directory.field.value;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.identity.directory.field.definition.FieldDefinition;
import dev.regulars.identity.directory.field.definition.FieldDefinitions;
import dev.regulars.identity.directory.member.MemberDocument;
import dev.regulars.identity.directory.member.MemberFieldWrites;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Finds members by what a custom field has of them. */
@ApplicationScoped
public class MembersByField {

    private final FieldDefinitions definitions;

    MembersByField(FieldDefinitions definitions) {
        this.definitions = definitions;
    }

    /** Empty where no member has the value, or several have, or there is no such field. */
    public Uni<@Nullable MemberDocument> find(Tx tx, CommunityId community, String field, String text) {
        return definitions.of(community).chain(all -> all.stream()
                .filter(one -> one.isCalled(field))
                .findFirst()
                .map(one -> find(tx, community, one, text))
                .orElseGet(() -> Uni.createFrom().nullItem()));
    }

    private static Uni<@Nullable MemberDocument> find(
            Tx tx, CommunityId community, FieldDefinition field, String text) {
        Object value = value(field, text);
        return value == null
                ? Uni.createFrom().nullItem()
                : MemberFieldWrites.withValueOf(tx, community, field.id(), value)
                        .map(found -> found.size() == 1 ? found.getFirst() : null);
    }

    private static @Nullable Object value(FieldDefinition field, String text) {
        try {
            return field.valueOfText(text);
        } catch (Refusal unfit) {
            return null; // nobody has a value that the field cannot have
        }
    }
}
