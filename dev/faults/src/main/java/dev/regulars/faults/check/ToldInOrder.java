package dev.regulars.faults.check;

import static dev.regulars.events.DomainEvent.typeOf;

import dev.regulars.events.Topic;
import dev.regulars.events.community.CommunityEvent.MemberJoined;
import dev.regulars.events.identity.IdentityEvent.AccountRegistered;
import dev.regulars.events.identity.IdentityEvent.AccountVerified;
import dev.regulars.events.identity.IdentityEvent.MemberProfiled;
import dev.regulars.faults.story.Check;
import dev.regulars.faults.story.Story;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All that was acknowledged is in the log, once by its id, and no document's events were first seen out of order. */
public record ToldInOrder(EventLog log, List<Story> stories) implements Check {

    private static final List<String> TOPICS = List.of(Topic.IDENTITY.title(), Topic.COMMUNITY.title());
    /** What happens to nobody twice, here. */
    private static final Set<String> ONCE =
            Set.of(typeOf(AccountRegistered.class), typeOf(AccountVerified.class), typeOf(MemberProfiled.class), typeOf(MemberJoined.class));

    @Override
    public List<String> faults() {
        var sights = new FirstSights();
        Map<String, String> told = new HashMap<>();
        List<String> faults = new ArrayList<>();
        log.read(TOPICS, event -> {
            sights.see(event.document(), event.version(), event.id());
            String what = what(event.type(), event.subject());
            String before = told.putIfAbsent(what, event.id());
            if (ONCE.contains(event.type()) && before != null && !before.equals(event.id())) {
                faults.add(what + " was told by two events, " + before + " and " + event.id());
            }
        });
        faults.addAll(sights.faults());
        stories.forEach(story -> story.told().forEach((account, types) -> types.stream()
                .filter(type -> !told.containsKey(what(type, account)))
                .forEach(type -> faults.add("Nobody told " + what(type, account)))));
        return faults;
    }

    private static String what(String type, String accountId) {
        return type + " of " + accountId;
    }
}
