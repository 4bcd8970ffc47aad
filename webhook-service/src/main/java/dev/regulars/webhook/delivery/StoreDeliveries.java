package dev.regulars.webhook.delivery;

import static dev.regulars.webhook.payload.PartnerEvent.USER_JOIN_SERVER;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.events.community.CommunityEvent.MemberJoined;
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

/** Stores one delivery per event and subscription; records are acknowledged once all their deliveries are stored. */
@ApplicationScoped
class StoreDeliveries {

    private final EventConsumer consumer;
    private final Subscribers subscribers;
    private final People people;
    private final Payloads payloads;
    private final Dispatcher dispatcher;
    private final Clock clock;

    /** A join, with the event that reported it. */
    private record Join(ReceivedEvent<MemberJoined> received) {

        MemberJoined joined() {
            return received.event();
        }

        MemberId member() {
            return new MemberId(joined().communityId(), joined().accountId());
        }

        boolean concerns(Subscriber subscriber) {
            return subscriber.wants(joined().communityId(), received.at());
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
        List<Join> joins = received.stream().map(Join::new).toList();
        Set<String> communities =
                joins.stream().map(join -> join.joined().communityId()).collect(toSet());
        return subscribers.find(communities, USER_JOIN_SERVER).chain(found -> store(joins, found));
    }

    private Uni<Void> store(List<Join> joins, List<Subscriber> candidates) {
        List<Join> wanted = joins.stream()
                .filter(join -> candidates.stream().anyMatch(join::concerns))
                .toList();
        if (wanted.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return people.find(wanted.stream().map(Join::member).collect(toSet()))
                .map(profiles -> deliveries(wanted, candidates, profiles))
                .call(DeliveryDocument::store)
                .invoke(stored -> dispatcher.wake(
                        stored.stream().map(delivery -> delivery.subscriptionId).collect(toSet())))
                .replaceWithVoid();
    }

    private List<DeliveryDocument> deliveries(
            List<Join> wanted, List<Subscriber> candidates, Map<MemberId, Person> profiles) {
        Instant now = clock.instant();
        List<DeliveryDocument> deliveries = new ArrayList<>();
        for (Join join : wanted) {
            byte[] body =
                    payloads.render(join.joined(), join.received().at(), requireNonNull(profiles.get(join.member())));
            candidates.stream()
                    .filter(join::concerns)
                    .forEach(subscriber -> deliveries.add(delivery(join.received(), subscriber, body, now)));
        }
        return deliveries;
    }

    private static DeliveryDocument delivery(
            ReceivedEvent<MemberJoined> event, Subscriber subscriber, byte[] body, Instant now) {
        var delivery = new DeliveryDocument();
        delivery.id = event.id() + ":" + subscriber.id();
        delivery.communityId = subscriber.communityId();
        delivery.subscriptionId = subscriber.id();
        delivery.event = USER_JOIN_SERVER.wire();
        delivery.body = body;
        delivery.trace = event.trace();
        delivery.state = DeliveryState.OPEN;
        delivery.reason = "Waiting for the first attempt";
        delivery.createdAt = now;
        delivery.nextAttemptAt = now;
        return delivery;
    }
}
