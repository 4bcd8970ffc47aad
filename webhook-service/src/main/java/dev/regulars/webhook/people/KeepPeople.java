package dev.regulars.webhook.people;

import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.events.identity.IdentityEvent.MemberProfiled;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Keeps the names of members. */
@ApplicationScoped
class KeepPeople {

    private final EventConsumer consumer;
    private final People people;

    KeepPeople(EventConsumer consumer, People people) {
        this.consumer = consumer;
        this.people = people;
    }

    void start(@Observes StartupEvent started) {
        consumer.consumeTogether("people", MemberProfiled.class, people::keep);
    }
}
