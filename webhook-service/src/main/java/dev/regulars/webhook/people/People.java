package dev.regulars.webhook.people;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.regulars.eventing.Version;
import dev.regulars.events.community.CommunityEvent.MemberRolesChanged;
import dev.regulars.events.identity.CustomFieldEvent.MemberFieldChanged;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks up member profiles. */
@ApplicationScoped
public class People {

    private final IdentityClient identity;

    People(IdentityClient identity) {
        this.identity = identity;
    }

    /** Profiles of all {@code members}; fails with {@link ProfileMissing} while one has not arrived. */
    public Uni<Map<MemberId, Person>> find(Set<MemberId> members) {
        return PersonDocument.find(members)
                .chain(known -> known.size() == members.size()
                        ? Uni.createFrom().item(known)
                        : fetch(members, known).chain(() -> PersonDocument.find(members)))
                .invoke(known -> requireAll(members, known));
    }

    /** Roles and fields of members; those without are left out. */
    public Uni<Map<MemberId, MemberTraits>> traits(Set<MemberId> members) {
        return members.isEmpty() ? Uni.createFrom().item(Map.of()) : PersonDocument.findTraits(members);
    }

    public Uni<Void> keepRoles(MemberRolesChanged changed, Version version) {
        return PersonDocument.keepRoles(
                new MemberId(changed.communityId(), changed.accountId()), changed.roleIds(), version);
    }

    public Uni<Void> keepField(MemberFieldChanged changed, Version version) {
        return PersonDocument.keepField(
                new MemberId(changed.communityId(), changed.accountId()),
                changed.fieldId(),
                changed.field(),
                text(changed.value()),
                version);
    }

    /** Numbers without what says nothing: 7, not 7.0. */
    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Number number ->
                new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
            case Object other -> other.toString();
        };
    }

    private Uni<Void> fetch(Set<MemberId> members, Map<MemberId, Person> known) {
        Map<String, List<String>> missing = members.stream()
                .filter(member -> !known.containsKey(member))
                .collect(groupingBy(MemberId::communityId, mapping(MemberId::accountId, toList())));
        return Multi.createFrom()
                .iterable(missing.entrySet())
                .onItem()
                .transformToUniAndConcatenate(group -> identity.profiles(group.getKey(), group.getValue()))
                .onItem()
                .transformToIterable(people -> people)
                .onItem()
                .transformToUniAndConcatenate(member -> PersonDocument.keep(member.toEvent(), member.version()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static void requireAll(Set<MemberId> members, Map<MemberId, Person> known) {
        for (MemberId member : members) {
            if (!known.containsKey(member)) {
                throw new ProfileMissing(member.communityId(), member.accountId());
            }
        }
    }
}
