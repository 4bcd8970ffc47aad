package dev.regulars.faults.invariant;

import static dev.regulars.events.DomainEvent.typeOf;

import dev.regulars.events.Topic;
import dev.regulars.events.community.CommunityEvent.MemberJoined;
import dev.regulars.events.identity.IdentityEvent.AccountRegistered;
import dev.regulars.events.identity.IdentityEvent.AccountVerified;
import dev.regulars.events.identity.IdentityEvent.MemberProfiled;
import dev.regulars.faults.scenario.Invariant;
import dev.regulars.faults.scenario.Scenario;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything acknowledged was published under one event id, and each document's events are in order. */
public record EventsPublishedInOrder(EventLog log, List<Scenario> scenarios) implements Invariant {

    private static final List<String> TOPICS = List.of(Topic.IDENTITY.title(), Topic.COMMUNITY.title());
    /** Events that can occur once per document in these scenarios: a person can join two communities. */
    private static final Set<String> ONCE = Set.of(
            typeOf(AccountRegistered.class),
            typeOf(AccountVerified.class),
            typeOf(MemberProfiled.class),
            typeOf(MemberJoined.class));

    @Override
    public List<String> violations() {
        var order = new EventOrder();
        Set<String> published = new HashSet<>();
        Map<String, String> eventIds = new HashMap<>();
        List<String> violations = new ArrayList<>();
        log.read(TOPICS, event -> {
            order.observe(event.document(), event.version(), event.id());
            published.add(what(event.type(), event.subject()));
            String what = what(event.type(), event.document());
            String before = eventIds.putIfAbsent(what, event.id());
            if (ONCE.contains(event.type()) && before != null && !before.equals(event.id())) {
                violations.add(what + " was published as two events, " + before + " and " + event.id());
            }
        });
        violations.addAll(order.violations());
        scenarios.forEach(scenario -> scenario.expectedEvents().forEach((account, types) -> types.stream()
                .filter(type -> !published.contains(what(type, account)))
                .forEach(type -> violations.add("Missing event: " + what(type, account)))));
        return violations;
    }

    private static String what(String type, String subject) {
        return type + " of " + subject;
    }
}
