package dev.regulars.webhook.people;

import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.events.identity.IdentityEvent.MemberProfiled;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Keeps the names of members. */
@ApplicationScoped
class KeepPeople {

    private final EventConsumer consumer;

    KeepPeople(EventConsumer consumer) {
        this.consumer = consumer;
    }

    void start(@Observes StartupEvent started) {
        consumer.consume("people", MemberProfiled.class, this::keep);
    }

    private Uni<Void> keep(ReceivedEvent<MemberProfiled> received) {
        return PersonDocument.keep(received.event(), received.version());
    }
}
