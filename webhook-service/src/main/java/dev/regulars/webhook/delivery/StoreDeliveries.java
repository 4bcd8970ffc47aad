package dev.regulars.webhook.delivery;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.events.community.CommunityEvent;
import dev.regulars.webhook.payload.PartnerMessage;
import dev.regulars.webhook.payload.Payloads;
import dev.regulars.webhook.people.MemberId;
import dev.regulars.webhook.people.People;
import dev.regulars.webhook.people.Person;
import dev.regulars.webhook.subscription.Subscribers;
import dev.regulars.webhook.subscription.Subscribers.Subscriber;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Stores one delivery per event and subscription; records are acknowledged once all their deliveries are stored. */
@ApplicationScoped
class StoreDeliveries {

    private final EventConsumer consumer;
    private final Subscribers subscribers;
    private final People people;
    private final Payloads payloads;
    private final Dispatcher dispatcher;
    private final Clock clock;

    /** An event and what partners read of it. */
    private record Occurrence(ReceivedEvent<CommunityEvent> received, PartnerMessage message) {

        boolean concerns(Subscriber subscriber) {
            return subscriber.wants(message.event(), message.member().communityId(), received.at());
        }
    }

    StoreDeliveries(
            EventConsumer consumer,
            Subscribers subscribers,
            People people,
            Payloads payloads,
            Dispatcher dispatcher,
            Clock clock) {
        this.consumer = consumer;
        this.subscribers = subscribers;
        this.people = people;
        this.payloads = payloads;
        this.dispatcher = dispatcher;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        consumer.consumeTogether("deliveries", CommunityEvent.class, this::storeAll);
    }

    private Uni<Void> storeAll(List<ReceivedEvent<CommunityEvent>> received) {
        List<Occurrence> occurrences = received.stream()
                .flatMap(event -> Stream.ofNullable(payloads.messageOf(event.event(), event.at()))
                        .map(message -> new Occurrence(event, message)))
                .toList();
        if (occurrences.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Set<String> communities = occurrences.stream()
                .map(occurrence -> occurrence.message().member().communityId())
                .collect(toSet());
        return subscribers.find(communities).chain(found -> store(occurrences, found));
    }

    private Uni<Void> store(List<Occurrence> occurrences, List<Subscriber> candidates) {
        List<Occurrence> wanted = occurrences.stream()
                .filter(occurrence -> candidates.stream().anyMatch(occurrence::concerns))
                .toList();
        if (wanted.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return people.find(wanted.stream()
                        .map(occurrence -> occurrence.message().member())
                        .collect(toSet()))
                .map(profiles -> deliveries(wanted, candidates, profiles))
                .call(DeliveryDocument::store)
                .invoke(stored -> dispatcher.wake(
                        stored.stream().map(delivery -> delivery.subscriptionId).collect(toSet())))
                .replaceWithVoid();
    }

    private List<DeliveryDocument> deliveries(
            List<Occurrence> wanted, List<Subscriber> candidates, Map<MemberId, Person> profiles) {
        Instant now = clock.instant();
        List<DeliveryDocument> deliveries = new ArrayList<>();
        for (Occurrence occurrence : wanted) {
            PartnerMessage message = occurrence.message();
            byte[] body = payloads.render(message, requireNonNull(profiles.get(message.member())));
            candidates.stream()
                    .filter(occurrence::concerns)
                    .forEach(subscriber -> deliveries.add(delivery(occurrence, subscriber, body, now)));
        }
        return deliveries;
    }

    private static DeliveryDocument delivery(Occurrence occurrence, Subscriber subscriber, byte[] body, Instant now) {
        var delivery = new DeliveryDocument();
        delivery.id = occurrence.received().id() + ":" + subscriber.id();
        delivery.communityId = subscriber.communityId();
        delivery.subscriptionId = subscriber.id();
        delivery.event = occurrence.message().event().wire();
        delivery.body = body;
        delivery.trace = occurrence.received().trace();
        delivery.state = DeliveryState.OPEN;
        delivery.reason = "Waiting for the first attempt";
        delivery.createdAt = now;
        delivery.nextAttemptAt = now;
        return delivery;
    }
}
