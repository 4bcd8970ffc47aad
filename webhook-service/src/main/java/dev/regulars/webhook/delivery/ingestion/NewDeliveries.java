package dev.regulars.webhook.delivery.ingestion;

import static java.util.stream.Collectors.toSet;

import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.events.DomainEvent;
import dev.regulars.webhook.delivery.DeliveryDocument;
import dev.regulars.webhook.delivery.DeliveryState;
import dev.regulars.webhook.delivery.worker.Dispatcher;
import dev.regulars.webhook.payload.Payloads;
import dev.regulars.webhook.people.MemberTraits;
import dev.regulars.webhook.subscription.Subscribers;
import dev.regulars.webhook.subscription.Subscribers.Subscriber;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes deliveries of a batch of events; subscriptions, members and channels are read once for all of it. */
@ApplicationScoped
class NewDeliveries {

    /** The order of a batch, below the milliseconds of its time. */
    private static final long PER_MILLISECOND = 1_000;

    private final Subscribers subscribers;
    private final FactsOfEvents facts;
    private final Payloads payloads;
    private final Dispatcher dispatcher;
    private final Clock clock;

    NewDeliveries(Subscribers subscribers, FactsOfEvents facts, Payloads payloads, Dispatcher dispatcher, Clock clock) {
        this.subscribers = subscribers;
        this.facts = facts;
        this.payloads = payloads;
        this.dispatcher = dispatcher;
        this.clock = clock;
    }

    Uni<Void> store(List<? extends ReceivedEvent<? extends DomainEvent>> received) {
        List<Occurrence> occurrences = new ArrayList<>();
        for (ReceivedEvent<? extends DomainEvent> event : received) {
            payloads.messagesOf(event.event(), event.at())
                    .forEach(message -> occurrences.add(new Occurrence(event, message)));
        }
        if (occurrences.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Set<String> communities = occurrences.stream()
                .map(occurrence -> occurrence.message().communityId())
                .collect(toSet());
        return subscribers.find(communities).chain(found -> store(occurrences, found));
    }

    private Uni<Void> store(List<Occurrence> occurrences, List<Subscriber> candidates) {
        List<Occurrence> wanted = occurrences.stream()
                .filter(occurrence -> candidates.stream().anyMatch(occurrence::mayConcern))
                .toList();
        if (wanted.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        boolean filtered = candidates.stream().anyMatch(one -> one.filters().concernMembers());
        return facts.of(wanted, filtered)
                .map(found -> deliveries(wanted, candidates, found))
                .chain(this::insert);
    }

    private Uni<Void> insert(List<DeliveryDocument> created) {
        if (created.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return DeliveryDocument.store(created)
                .invoke(allNew -> {
                    if (allNew) {
                        dispatcher.stored(created);
                    } else {
                        dispatcher.wake(created.stream()
                                .map(delivery -> delivery.subscriptionId)
                                .collect(toSet()));
                    }
                })
                .replaceWithVoid();
    }

    private List<DeliveryDocument> deliveries(
            List<Occurrence> wanted, List<Subscriber> candidates, FactsOfEvents.EventFacts facts) {
        Instant now = clock.instant();
        List<DeliveryDocument> deliveries = new ArrayList<>();
        for (Occurrence occurrence : wanted) {
            MemberTraits traits = facts.traits(occurrence);
            long seq = now.toEpochMilli() * PER_MILLISECOND + deliveries.size();
            byte @Nullable [] body = null;
            for (Subscriber receiver : candidates) {
                if (occurrence.mayConcern(receiver) && receiver.wants(occurrence.message(), traits)) {
                    body = body == null ? payloads.render(occurrence.message(), facts.of(occurrence)) : body;
                    deliveries.add(delivery(occurrence, receiver, body, now, seq));
                }
            }
        }
        return deliveries;
    }

    private static DeliveryDocument delivery(
            Occurrence occurrence, Subscriber subscriber, byte[] body, Instant now, long seq) {
        var delivery = new DeliveryDocument();
        delivery.id = occurrence.deliveryId(subscriber);
        delivery.communityId = subscriber.communityId();
        delivery.subscriptionId = subscriber.id();
        delivery.event = occurrence.message().event();
        delivery.body = body;
        delivery.trace = occurrence.received().trace();
        delivery.state = DeliveryState.OPEN;
        delivery.reason = "Waiting for the first attempt";
        delivery.seq = seq;
        delivery.orderKey = subscriber.orderKey(occurrence.message());
        delivery.createdAt = now;
        delivery.openedAt = now;
        delivery.nextAttemptAt = now;
        return delivery;
    }
}
