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
                        .chain(known -> complete(community, accountIds, known));
    }

    private Uni<Map<String, MemberProfile>> complete(
            CommunityId community, Collection<String> accountIds, Map<String, MemberProfile> known) {
        Set<String> missing = missing(accountIds, known);
        return missing.isEmpty()
                ? Uni.createFrom().item(known)
                : persons.find(community, PersonKey.ID, missing).map(people -> {
                    Map<String, MemberProfile> all = new HashMap<>(known);
                    people.forEach((accountId, person) -> all.put(accountId, MemberProfile.of(person)));
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
                        .chain(known -> completeIds(community, userIds, known));
    }

    private Uni<Map<String, String>> completeIds(
            CommunityId community, Collection<String> userIds, Map<String, String> known) {
        Set<String> missing = missing(userIds, known);
        return missing.isEmpty()
                ? Uni.createFrom().item(known)
                : persons.find(community, PersonKey.USER_ID, missing).map(people -> {
                    Map<String, String> all = new HashMap<>(known);
                    people.forEach((userId, person) -> all.put(userId, person.accountId()));
                    return all;
                });
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

    private static Set<String> missing(Collection<String> asked, Map<String, ?> known) {
        return asked.stream().filter(one -> !known.containsKey(one)).collect(toSet());
    }
}
