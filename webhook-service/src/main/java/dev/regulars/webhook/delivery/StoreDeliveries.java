package dev.regulars.webhook.delivery;

import static dev.regulars.webhook.payload.PartnerEvent.USER_JOIN_SERVER;

import dev.regulars.eventing.intake.Intake;
import dev.regulars.eventing.intake.Received;
import dev.regulars.events.community.CommunityEvent.MemberJoined;
import dev.regulars.webhook.payload.PartnerEvent;
import dev.regulars.webhook.payload.Payloads;
import dev.regulars.webhook.people.People;
import dev.regulars.webhook.subscription.Subscribers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Turns an event into a delivery for each subscription to it; the record is done with when all of them are stored. */
@ApplicationScoped
class StoreDeliveries {

    private final Intake intake;
    private final Subscribers subscribers;
    private final People people;
    private final Payloads payloads;
    private final Dispatcher dispatcher;
    private final Clock clock;

    StoreDeliveries(
            Intake intake,
            Subscribers subscribers,
            People people,
            Payloads payloads,
            Dispatcher dispatcher,
            Clock clock) {
        this.intake = intake;
        this.subscribers = subscribers;
        this.people = people;
        this.payloads = payloads;
        this.dispatcher = dispatcher;
        this.clock = clock;
    }

    @Incoming("deliveries")
    Uni<Void> on(ConsumerRecord<String, String> record) {
        return intake.take("deliveries", record, this::store);
    }

    private Uni<Void> store(Received event) {
        return switch (event.type()) {
            case MemberJoined.TYPE -> store(event, event.as(MemberJoined.class));
            default -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> store(Received event, MemberJoined joined) {
        return subscribers
                .of(joined.communityId(), USER_JOIN_SERVER, event.at())
                .chain(ids -> {
                    if (ids.isEmpty()) {
                        return Uni.createFrom().voidItem();
                    }
                    return people.find(joined.communityId(), joined.accountId())
                            .map(who -> payloads.render(joined, event.at(), who))
                            .chain(body -> store(event.id(), joined.communityId(), USER_JOIN_SERVER, ids, body));
                });
    }

    private Uni<Void> store(
            String eventId, String communityId, PartnerEvent name, List<String> subscriptions, byte[] body) {
        var stored = subscriptions.stream()
                .map(subscription ->
                        delivery(eventId, communityId, name, subscription, body).store())
                .toList();
        return Uni.join()
                .all(stored)
                .andCollectFailures()
                .invoke(() -> dispatcher.poke(subscriptions))
                .replaceWithVoid();
    }

    private DeliveryDocument delivery(
            String eventId, String communityId, PartnerEvent name, String subscriptionId, byte[] body) {
        var delivery = new DeliveryDocument();
        delivery.id = eventId + ":" + subscriptionId;
        delivery.communityId = communityId;
        delivery.subscriptionId = subscriptionId;
        delivery.event = name.wire();
        delivery.body = body;
        delivery.state = State.OPEN;
        delivery.reason = "Waits for its first attempt";
        delivery.createdAt = clock.instant();
        delivery.nextAttemptAt = delivery.createdAt;
        return delivery;
    }
}
