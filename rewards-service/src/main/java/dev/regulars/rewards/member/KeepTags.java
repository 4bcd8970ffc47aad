package dev.regulars.rewards.member;

import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.eventing.projection.ProjectionChange;
import dev.regulars.events.identity.IdentityEvent.MemberTagged;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;

/** Keeps the tags of members up to date with identity-service. */
@ApplicationScoped
class KeepTags {

    private final EventConsumer consumer;
    private final Clock clock;

    KeepTags(EventConsumer consumer, Clock clock) {
        this.consumer = consumer;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        consumer.consumeTogether("tags", MemberTagged.class, this::keep);
    }

    private Uni<Void> keep(List<ReceivedEvent<MemberTagged>> batch) {
        return MemberDocument.keep(batch.stream().map(KeepTags::tags).toList(), clock.instant());
    }

    private static ProjectionChange tags(ReceivedEvent<MemberTagged> received) {
        MemberTagged member = received.event();
        return MemberDocument.tags(member.community(), member.accountId(), member.tags(), received.version());
    }
}
