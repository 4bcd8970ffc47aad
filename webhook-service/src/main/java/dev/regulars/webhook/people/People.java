package dev.regulars.webhook.people;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.regulars.eventing.Version;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.eventing.projection.ProjectionChange;
import dev.regulars.events.DomainEvent;
import dev.regulars.events.community.CommunityEvent.MemberRolesChanged;
import dev.regulars.events.identity.CustomFieldEvent.MemberFieldChanged;
import dev.regulars.events.identity.IdentityEvent.MemberProfiled;
import dev.regulars.webhook.people.IdentityClient.ProfiledMember;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks up member profiles. */
@ApplicationScoped
public class People {

    private final IdentityClient identity;
    private final Clock clock;

    People(IdentityClient identity, Clock clock) {
        this.identity = identity;
        this.clock = clock;
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

    /** What a batch tells of members. */
    public Uni<Void> keep(List<? extends ReceivedEvent<? extends DomainEvent>> batch) {
        return PersonDocument.keep(batch.stream().flatMap(People::change).toList(), clock.instant());
    }

    private static Stream<ProjectionChange> change(ReceivedEvent<? extends DomainEvent> received) {
        Version version = received.version();
        return switch (received.event()) {
            case MemberProfiled event -> Stream.of(PersonDocument.profile(event, version));
            case MemberRolesChanged event -> Stream.of(PersonDocument.roles(event, version));
            case MemberFieldChanged event -> Stream.of(PersonDocument.field(event, text(event.value()), version));
            default -> Stream.empty();
        };
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
                .transformToUniAndConcatenate(this::keepFetched)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> keepFetched(List<ProfiledMember> people) {
        return PersonDocument.keep(
                people.stream()
                        .map(one -> PersonDocument.profile(one.toEvent(), one.version()))
                        .toList(),
                clock.instant());
    }

    private static void requireAll(Set<MemberId> members, Map<MemberId, Person> known) {
        for (MemberId member : members) {
            if (!known.containsKey(member)) {
                throw new ProfileMissing(member.communityId(), member.accountId());
            }
        }
    }
}
