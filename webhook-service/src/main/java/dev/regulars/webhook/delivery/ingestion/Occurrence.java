package dev.regulars.webhook.delivery.ingestion;

import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.events.DomainEvent;
import dev.regulars.webhook.payload.PartnerMessage;
import dev.regulars.webhook.people.MemberId;
import dev.regulars.webhook.subscription.Subscribers.Subscriber;
import org.jspecify.annotations.Nullable;

/** An event and what partners read of it. */
record Occurrence(ReceivedEvent<? extends DomainEvent> received, PartnerMessage message) {

    boolean mayConcern(Subscriber subscriber) {
        return subscriber.mayWant(message, received.at());
    }

    /** The member whom it concerns. */
    @Nullable
    MemberId member() {
        return message.accountId() == null ? null : new MemberId(message.communityId(), message.accountId());
    }

    /** Without a dot; the same whenever the event comes again. */
    String deliveryId(Subscriber subscriber) {
        return received.id() + message.idSuffix() + ":" + subscriber.id();
    }
}
