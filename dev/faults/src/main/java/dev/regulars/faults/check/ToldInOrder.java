package dev.regulars.faults.check;

import dev.regulars.events.Topic;
import dev.regulars.events.community.CommunityEvent.MemberJoined;
import dev.regulars.events.identity.IdentityEvent.AccountRegistered;
import dev.regulars.events.identity.IdentityEvent.MemberProfiled;
import dev.regulars.faults.story.Check;
import dev.regulars.faults.story.Joins;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every join is in the log, once by its id, and no document's events were first seen out of order. */
public record ToldInOrder(EventLog log, Joins joins) implements Check {

    private static final List<String> TOPICS = List.of(Topic.IDENTITY.title(), Topic.COMMUNITY.title());
    private static final List<String> OF_A_JOIN =
            List.of(AccountRegistered.TYPE, MemberProfiled.TYPE, MemberJoined.TYPE);

    @Override
    public List<String> faults() {
        var sights = new FirstSights();
        Map<String, String> told = new HashMap<>();
        List<String> faults = new ArrayList<>();
        log.read(TOPICS, event -> {
            sights.see(event.document(), event.version(), event.id());
            String what = what(event.type(), event.subject());
            String before = OF_A_JOIN.contains(event.type()) ? told.putIfAbsent(what, event.id()) : null;
            if (before != null && !before.equals(event.id())) {
                faults.add(what + " was told by two events, " + before + " and " + event.id());
            }
        });
        faults.addAll(sights.faults());
        joins.acknowledged().forEach((email, joined) -> OF_A_JOIN.stream()
                .filter(type -> !told.containsKey(what(type, joined.accountId())))
                .forEach(type ->
                        faults.add("%s joined, and nobody told %s".formatted(email, what(type, joined.accountId())))));
        return faults;
    }

    private static String what(String type, String accountId) {
        return type + " of " + accountId;
    }
}
