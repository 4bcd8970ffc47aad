package dev.regulars.webhook.people;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who members are. */
@ApplicationScoped
public class People {

    private final Identity identity;

    People(Identity identity) {
        this.identity = identity;
    }

    /** All of them. Fails while nobody has told us of one yet: they will, since joining comes with a profile. */
    public Uni<Map<Member, Person>> find(Set<Member> members) {
        return PersonDocument.find(members)
                .chain(known -> known.size() == members.size()
                        ? Uni.createFrom().item(known)
                        : learn(members, known).chain(() -> PersonDocument.find(members)))
                .invoke(known -> requireAll(members, known));
    }

    private Uni<Void> learn(Set<Member> members, Map<Member, Person> known) {
        Map<String, List<String>> missing = members.stream()
                .filter(member -> !known.containsKey(member))
                .collect(groupingBy(Member::communityId, mapping(Member::accountId, toList())));
        return Multi.createFrom()
                .iterable(missing.entrySet())
                .onItem()
                .transformToUniAndConcatenate(some -> identity.ask(some.getKey(), some.getValue()))
                .onItem()
                .transformToIterable(people -> people)
                .onItem()
                .transformToUniAndConcatenate(one -> PersonDocument.keep(one.profile(), one.version()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static void requireAll(Set<Member> members, Map<Member, Person> known) {
        for (Member member : members) {
            if (!known.containsKey(member)) {
                throw new NotToldYet(member.communityId(), member.accountId());
            }
        }
    }
}
