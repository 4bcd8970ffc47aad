package dev.regulars.gamification.member;

import static java.util.stream.Collectors.toSet;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.person.Persons;
import dev.regulars.internal.people.Person;
import dev.regulars.internal.people.PersonKey;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** How members are shown. Asks identity-service for those alone whose profile no event has brought yet. */
@ApplicationScoped
public class MemberProfiles {

    private static final String ACCOUNT_ID = "[0-9a-f]{24}";

    private final Persons persons;

    MemberProfiles(Persons persons) {
        this.persons = persons;
    }

    /** By account, of current and former members; those who are unknown are left out. */
    public Uni<Map<String, MemberProfile>> find(Tx tx, CommunityId community, Collection<String> accountIds) {
        return accountIds.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : MembershipDocument.profiles(tx, community, accountIds)
                        .collect()
                        .asMap(ProfiledMemberDocument::accountId, ProfiledMemberDocument::profile)
                        .chain(known -> complete(community, PersonKey.ID, accountIds, known, MemberProfile::of));
    }

    /** Those of whom nothing is kept are asked for at identity-service. */
    private <V> Uni<Map<String, V>> complete(
            CommunityId community,
            PersonKey by,
            Collection<String> asked,
            Map<String, V> known,
            Function<Person, V> value) {
        Set<String> missing =
                asked.stream().filter(one -> !known.containsKey(one)).collect(toSet());
        return missing.isEmpty()
                ? Uni.createFrom().item(known)
                : persons.find(community, by, missing).map(people -> {
                    Map<String, V> all = new HashMap<>(known);
                    people.forEach((name, person) -> all.put(name, value.apply(person)));
                    return all;
                });
    }

    /** By decimal userId; those who are unknown are left out. */
    public Uni<Map<String, String>> accountIds(Tx tx, CommunityId community, Collection<String> userIds) {
        return userIds.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : MembershipDocument.profilesByUserId(tx, community, userIds)
                        .collect()
                        .asMap(member -> member.profile().userId(), ProfiledMemberDocument::accountId)
                        .chain(known -> complete(community, PersonKey.USER_ID, userIds, known, Person::accountId));
    }

    /** By decimal userId or {@code _id}; refuses as not found whoever neither is nor was a member. */
    public Uni<String> accountId(Tx tx, CommunityId community, String user) {
        Multi<ProfiledMemberDocument> named = user.matches(ACCOUNT_ID)
                ? MembershipDocument.profiles(tx, community, List.of(user))
                : MembershipDocument.profilesByUserId(tx, community, List.of(user));
        return named.collect()
                .first()
                .chain(known -> known != null
                        ? Uni.createFrom().item(known.accountId())
                        : persons.byId(community, user).map(Person::accountId));
    }
}
