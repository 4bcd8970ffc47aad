package dev.regulars.gamification.rule.role;

import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.community.CommunityEvent.MemberRolesChanged;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Keeps the roles of members up to date with community-service. */
@ApplicationScoped
class KeepMemberRoles {

    private final EventConsumer consumer;
    private final Outbox outbox;

    KeepMemberRoles(EventConsumer consumer, Outbox outbox) {
        this.consumer = consumer;
        this.outbox = outbox;
    }

    void start(@Observes StartupEvent started) {
        consumer.consume("member-roles", MemberRolesChanged.class, this::keep);
    }

    private Uni<Void> keep(ReceivedEvent<MemberRolesChanged> received) {
        MemberRolesChanged changed = received.event();
        return MemberRolesDocument.keep(
                outbox.alone(), changed.community(), changed.accountId(), changed.roleIds(), received.version());
    }
}
