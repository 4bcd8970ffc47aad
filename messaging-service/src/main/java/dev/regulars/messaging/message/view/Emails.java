package dev.regulars.messaging.message.view;

import static java.util.stream.Collectors.toMap;

import dev.regulars.internal.people.People;
import dev.regulars.internal.people.PersonKey;
import dev.regulars.messaging.community.Viewer;
import dev.regulars.messaging.message.MessageDocument;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** E-mail addresses of authors: keys and admins see them all, members their own (contract §0.5). */
@ApplicationScoped
public class Emails {

    private final People people;

    Emails(People people) {
        this.people = people;
    }

    /** By account; those that the viewer does not see are left out. */
    public Uni<Map<String, String>> seenBy(Viewer viewer, Collection<String> accountIds) {
        List<String> seen = accountIds.stream()
                .distinct()
                .filter(account -> viewer.actsForOthers() || account.equals(viewer.accountId()))
                .toList();
        return seen.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : people.find(viewer.community(), PersonKey.ID, seen).map(found -> found.entrySet().stream()
                        .collect(toMap(Map.Entry::getKey, one -> one.getValue().email())));
    }

    /** For one author. */
    public Uni<Map<String, String>> seenBy(Viewer viewer, String accountId) {
        return seenBy(viewer, List.of(accountId));
    }

    public static Collection<String> authors(Collection<MessageDocument> messages) {
        return messages.stream().map(message -> message.senderId).collect(Collectors.toSet());
    }
}
