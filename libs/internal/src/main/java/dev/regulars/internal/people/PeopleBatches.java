package dev.regulars.internal.people;

import dev.regulars.events.CommunityId;
import dev.regulars.internal.InternalClient;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One call at a time for each community and key: what is asked for meanwhile is asked for together. */
final class PeopleBatches {

    private static final int MOST = 200;

    record PeopleRequest(String communityId, PersonKey by, List<String> values) {}

    record PeopleAnswer(List<FoundPerson> people) {}

    record FoundPerson(
            String asked,
            String accountId,
            String userId,
            String username,
            String email,
            String firstName,
            String lastName,
            String displayName,
            @Nullable String avatar,
            boolean isMember,
            boolean showsPresence) {

        Person person() {
            return new Person(
                    accountId,
                    userId,
                    username,
                    email,
                    firstName,
                    lastName,
                    displayName,
                    avatar,
                    isMember,
                    showsPresence);
        }
    }

    private record Group(CommunityId community, PersonKey by) {}

    /** Look-ups that leave together, as far as they fit into one call. */
    private static final class PendingLookup {
        private final Set<String> values = new LinkedHashSet<>();
        private final CompletableFuture<Map<String, Person>> answer = new CompletableFuture<>();

        /** One who stops waiting must not end it for the others. */
        private Uni<Map<String, Person>> answer() {
            return Uni.createFrom().completionStage(answer.copy());
        }
    }

    private final InternalClient identity;
    /** A group is here while a call of it is under way, with what waits for the next one. */
    private final Map<Group, PendingLookup> groups = new HashMap<>();

    PeopleBatches(InternalClient identity) {
        this.identity = identity;
    }

    /** Everybody who was asked for together, on any thread. */
    Uni<Map<String, Person>> find(CommunityId community, PersonKey by, Set<String> values) {
        var group = new Group(community, by);
        PendingLookup mine;
        synchronized (groups) {
            PendingLookup waiting = groups.putIfAbsent(group, new PendingLookup());
            mine = waiting == null ? new PendingLookup() : waiting;
            mine.values.addAll(values);
            if (waiting != null) {
                return mine.answer();
            }
        }
        send(group, mine);
        return mine.answer();
    }

    private void send(Group group, PendingLookup asked) {
        var unused = ask(group, List.copyOf(asked.values))
                .onTermination()
                .invoke(() -> sendNext(group))
                .subscribe()
                .with(asked.answer::complete, asked.answer::completeExceptionally);
    }

    private void sendNext(Group group) {
        @Nullable PendingLookup next;
        synchronized (groups) {
            next = groups.remove(group);
            if (next == null || next.values.isEmpty()) {
                return;
            }
            groups.put(group, new PendingLookup());
        }
        send(group, next);
    }

    private Uni<Map<String, Person>> ask(Group group, List<String> values) {
        List<String> now = values.subList(0, Math.min(MOST, values.size()));
        List<String> later = values.subList(now.size(), values.size());
        return identity.post(
                        "/internal/people",
                        new PeopleRequest(group.community().id(), group.by(), now),
                        PeopleAnswer.class)
                .map(PeopleBatches::byName)
                .chain(found -> later.isEmpty()
                        ? Uni.createFrom().item(found)
                        : ask(group, later).invoke(found::putAll).replaceWith(found));
    }

    private static Map<String, Person> byName(@Nullable PeopleAnswer answer) {
        Map<String, Person> people = new HashMap<>();
        if (answer != null) {
            answer.people().forEach(one -> people.put(one.asked(), one.person()));
        }
        return people;
    }
}
