package dev.regulars.webhook.delivery;

import static dev.regulars.webhook.payload.PartnerEvent.USER_JOIN_SERVER;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.events.community.CommunityEvent.MemberJoined;
import dev.regulars.webhook.payload.Payloads;
import dev.regulars.webhook.people.Member;
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

/** Turns events into a delivery for each subscription to them; the records are done with when all of them are stored. */
@ApplicationScoped
class StoreDeliveries {

    private final EventConsumer consumer;
    private final Subscribers subscribers;
    private final People people;
    private final Payloads payloads;
    private final Dispatcher dispatcher;
    private final Clock clock;

    /** Somebody joined, as the event said. */
    private record Joining(ReceivedEvent<MemberJoined> received) {

        MemberJoined joined() {
            return received.event();
        }

        Member member() {
            return new Member(joined().communityId(), joined().accountId());
        }

        boolean concerns(Subscriber subscriber) {
            return subscriber.isToldOf(joined().communityId(), received.at());
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
        consumer.consumeTogether("deliveries", MemberJoined.class, this::storeAll);
    }

    private Uni<Void> storeAll(List<ReceivedEvent<MemberJoined>> received) {
        List<Joining> joinings = received.stream().map(Joining::new).toList();
        Set<String> communities =
                joinings.stream().map(joining -> joining.joined().communityId()).collect(toSet());
        return subscribers.of(communities, USER_JOIN_SERVER).chain(all -> store(joinings, all));
    }

    private Uni<Void> store(List<Joining> joinings, List<Subscriber> all) {
        List<Joining> wanted = joinings.stream()
                .filter(joining -> all.stream().anyMatch(joining::concerns))
                .toList();
        if (wanted.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return people.find(wanted.stream().map(Joining::member).collect(toSet()))
                .map(known -> deliveries(wanted, all, known))
                .call(DeliveryDocument::store)
                .invoke(stored -> dispatcher.wake(
                        stored.stream().map(delivery -> delivery.subscriptionId).collect(toSet())))
                .replaceWithVoid();
    }

    private List<DeliveryDocument> deliveries(List<Joining> wanted, List<Subscriber> all, Map<Member, Person> known) {
        Instant now = clock.instant();
        List<DeliveryDocument> deliveries = new ArrayList<>();
        for (Joining one : wanted) {
            byte[] body = payloads.render(one.joined(), one.received().at(), requireNonNull(known.get(one.member())));
            all.stream()
                    .filter(one::concerns)
                    .forEach(subscriber -> deliveries.add(delivery(one.received(), subscriber, body, now)));
        }
        return deliveries;
    }

    private static DeliveryDocument delivery(ReceivedEvent<MemberJoined> event, Subscriber subscriber, byte[] body, Instant now) {
        var delivery = new DeliveryDocument();
        delivery.id = event.id() + ":" + subscriber.id();
        delivery.communityId = subscriber.communityId();
        delivery.subscriptionId = subscriber.id();
        delivery.event = USER_JOIN_SERVER.wire();
        delivery.body = body;
        delivery.trace = event.trace();
        delivery.state = State.OPEN;
        delivery.reason = "Waits for its first attempt";
        delivery.createdAt = now;
        delivery.nextAttemptAt = now;
        return delivery;
    }
}
