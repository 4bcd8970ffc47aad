package dev.regulars.webhook.people;

import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.events.identity.IdentityEvent.MemberProfiled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the projection of member profiles up to date. */
@ApplicationScoped
class KeepPeople {

    private final EventConsumer consumer;

    KeepPeople(EventConsumer consumer) {
        this.consumer = consumer;
    }

    @Incoming("people")
    Uni<Void> on(ConsumerRecord<String, String> record) {
        return consumer.take("people", record, this::keep);
    }

    private Uni<Void> keep(ReceivedEvent event) {
        return switch (event.type()) {
            case MemberProfiled.TYPE -> PersonDocument.keep(event.as(MemberProfiled.class), event.version());
            default -> Uni.createFrom().voidItem();
        };
    }
}
