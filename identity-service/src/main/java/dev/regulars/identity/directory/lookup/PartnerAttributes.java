package dev.regulars.identity.directory.lookup;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.CommunityId;
import dev.regulars.identity.directory.community.Communities;
import dev.regulars.identity.directory.field.definition.FieldDefinition;
import dev.regulars.identity.directory.field.definition.FieldDefinitions;
import dev.regulars.identity.directory.member.Directory;
import dev.regulars.identity.directory.member.MemberDocument;
import dev.regulars.identity.directory.member.MemberFieldWrites;
import dev.regulars.identity.port.IdentifiedMembers;
import dev.regulars.internal.people.PersonKey;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds a member by what a partner's page says: e-mail address, ids, username, or any custom field. */
@ApplicationScoped
class PartnerAttributes implements IdentifiedMembers {

    private static final Map<String, PersonKey> OWN = Map.of(
            "email", PersonKey.EMAIL,
            "user-id", PersonKey.USER_ID,
            "username", PersonKey.USERNAME);

    private static final Set<String> OF_THE_COMMUNITY = Set.of("customer-id", "external-id");

    private final Directory directory;
    private final FieldDefinitions definitions;
    private final Communities communities;
    private final Outbox outbox;

    PartnerAttributes(Directory directory, FieldDefinitions definitions, Communities communities, Outbox outbox) {
        this.directory = directory;
        this.definitions = definitions;
        this.communities = communities;
        this.outbox = outbox;
    }

    @Override
    public Uni<@Nullable IdentifiedMember> member(CommunityId community, Map<String, String> attributes) {
        return Uni.combine()
                .all()
                .unis(definitions.of(community), communities.settings(community))
                .with((fields, settings) -> asked(attributes, fields, settings.identifierField()))
                .chain(asked -> asked == null ? Uni.createFrom().nullItem() : find(community, asked));
    }

    /** Ids of people, and values of custom fields by the id of the field. */
    private record Asked(Map<PersonKey, String> ids, Map<String, Object> values) {

        boolean fits(MemberDocument member) {
            return member.isJoined()
                    && values.entrySet().stream()
                            .allMatch(one -> one.getValue().equals(member.fieldValue(one.getKey())));
        }
    }

    /** Empty where nobody can fit. */
    private static @Nullable Asked asked(
            Map<String, String> attributes, List<FieldDefinition> fields, @Nullable String identifierField) {
        var asked = new Asked(new EnumMap<>(PersonKey.class), new LinkedHashMap<>());
        for (Map.Entry<String, String> one : attributes.entrySet()) {
            String name = one.getKey();
            PersonKey id = OWN.get(name);
            if (id != null) {
                asked.ids().put(id, one.getValue());
                continue;
            }
            String called = OF_THE_COMMUNITY.contains(name) && identifierField != null ? identifierField : name;
            FieldDefinition field = find(fields, called);
            Object value = field == null ? null : field.acceptedText(one.getValue());
            if (field == null || value == null) {
                return null;
            }
            asked.values().put(field.id(), value);
        }
        return asked;
    }

    private static @Nullable FieldDefinition find(List<FieldDefinition> fields, String name) {
        return fields.stream().filter(field -> field.isCalled(name)).findFirst().orElse(null);
    }

    private Uni<@Nullable IdentifiedMember> find(CommunityId community, Asked asked) {
        if (asked.ids().isEmpty()) {
            return MemberFieldWrites.joinedWith(outbox.alone(community), asked.values())
                    .map(PartnerAttributes::only);
        }
        return Multi.createFrom()
                .iterable(asked.ids().entrySet())
                .onItem()
                .transformToUniAndConcatenate(id -> directory.people(community, id.getKey(), List.of(id.getValue())))
                .collect()
                .asList()
                .map(found -> only(ofAll(found).stream().filter(asked::fits).toList()));
    }

    /** Who is meant by each id alike. */
    private static List<MemberDocument> ofAll(List<Map<String, MemberDocument>> found) {
        return found.getFirst().values().stream()
                .filter(member -> found.stream().allMatch(one -> one.values().stream()
                        .anyMatch(other -> other.accountId.equals(member.accountId))))
                .toList();
    }

    private static @Nullable IdentifiedMember only(List<MemberDocument> members) {
        return members.size() == 1
                ? new IdentifiedMember(members.getFirst().accountId, members.getFirst().userId)
                : null;
    }
}
