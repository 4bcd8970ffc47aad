package dev.regulars.webhook.people;

import dev.regulars.eventing.intake.Intake;
import dev.regulars.eventing.intake.Received;
import dev.regulars.events.identity.IdentityEvent.MemberProfiled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Remembers how members are called. */
@ApplicationScoped
class KeepPeople {

    private final Intake intake;

    KeepPeople(Intake intake) {
        this.intake = intake;
    }

    @Incoming("people")
    Uni<Void> on(ConsumerRecord<String, String> record) {
        return intake.take("people", record, this::keep);
    }

    private Uni<Void> keep(Received event) {
        return switch (event.type()) {
            case MemberProfiled.TYPE -> PersonDocument.keep(event.as(MemberProfiled.class), event.version());
            default -> Uni.createFrom().voidItem();
        };
    }
}
