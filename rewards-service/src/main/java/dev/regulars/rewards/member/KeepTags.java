package dev.regulars.rewards.member;

import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.identity.IdentityEvent.MemberTagged;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Keeps the tags of members up to date with identity-service. */
@ApplicationScoped
class KeepTags {

    private final EventConsumer consumer;
    private final Outbox outbox;

    KeepTags(EventConsumer consumer, Outbox outbox) {
        this.consumer = consumer;
        this.outbox = outbox;
    }

    void start(@Observes StartupEvent started) {
        consumer.consume("tags", MemberTagged.class, this::keep);
    }

    private Uni<Void> keep(ReceivedEvent<MemberTagged> received) {
        MemberTagged member = received.event();
        return MemberDocument.tags(
                outbox.alone(), member.community(), member.accountId(), member.tags(), received.version());
    }
}
