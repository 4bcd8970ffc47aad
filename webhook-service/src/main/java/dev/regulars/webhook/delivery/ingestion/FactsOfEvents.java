package dev.regulars.webhook.delivery.ingestion;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import dev.regulars.webhook.names.NameProjection;
import dev.regulars.webhook.payload.Facts;
import dev.regulars.webhook.people.MemberId;
import dev.regulars.webhook.people.MemberTraits;
import dev.regulars.webhook.people.People;
import dev.regulars.webhook.people.Person;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks up members and channels of events. */
@ApplicationScoped
class FactsOfEvents {

    /** So long a channel that is not known may still be on its way. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final People people;
    private final NameProjection names;
    private final Clock clock;

    /** What is known of the members and channels of some events. */
    record EventFacts(Map<MemberId, Person> people, Map<MemberId, MemberTraits> traits, Map<String, String> channels) {

        Facts of(Occurrence occurrence) {
            MemberId member = occurrence.member();
            String channelId = occurrence.message().channelId();
            return new Facts(
                    member == null ? null : people.get(member), channelId == null ? null : channels.get(channelId));
        }

        MemberTraits traits(Occurrence occurrence) {
            MemberId member = occurrence.member();
            return member == null ? MemberTraits.NONE : traits.getOrDefault(member, MemberTraits.NONE);
        }
    }

    FactsOfEvents(People people, NameProjection names, Clock clock) {
        this.people = people;
        this.names = names;
        this.clock = clock;
    }

    /** @param filtered whether filters ask for roles and fields of members */
    Uni<EventFacts> of(List<Occurrence> occurrences, boolean filtered) {
        Set<MemberId> members = occurrences.stream()
                .map(Occurrence::member)
                .filter(Objects::nonNull)
                .collect(toSet());
        Set<MemberId> asked = filtered ? members : Set.of();
        return people.find(members).chain(found -> people.traits(asked)
                .chain(traits -> channels(occurrences).map(names -> new EventFacts(found, traits, names))));
    }

    private Uni<Map<String, String>> channels(List<Occurrence> occurrences) {
        Map<String, Set<String>> byCommunity = occurrences.stream()
                .filter(one -> one.message().channelId() != null)
                .collect(groupingBy(
                        one -> one.message().communityId(),
                        mapping(one -> String.valueOf(one.message().channelId()), toSet())));
        return Multi.createFrom()
                .iterable(byCommunity.entrySet())
                .onItem()
                .transformToUniAndConcatenate(group -> names.find(group.getKey(), group.getValue()))
                .collect()
                .in(HashMap<String, String>::new, Map::putAll)
                .<Map<String, String>>map(found -> found)
                .invoke(found -> occurrences.forEach(one -> requireChannel(one, found)));
    }

    /** An event that fails here is parked and comes again. */
    private void requireChannel(Occurrence occurrence, Map<String, String> known) {
        @Nullable String channelId = occurrence.message().channelId();
        boolean young = occurrence.received().at().isAfter(clock.instant().minus(PATIENCE));
        if (channelId != null && !known.containsKey(channelId) && young) {
            throw new ChannelMissing(channelId);
        }
    }
}
