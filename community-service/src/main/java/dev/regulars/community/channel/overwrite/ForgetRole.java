package dev.regulars.community.channel.overwrite;

import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.events.community.CommunityEvent.RoleDeleted;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** No channel keeps an overwrite of a role that is gone. */
@ApplicationScoped
class ForgetRole {

    private final EventConsumer consumer;
    private final ChannelOverwrites overwrites;

    ForgetRole(EventConsumer consumer, ChannelOverwrites overwrites) {
        this.consumer = consumer;
        this.overwrites = overwrites;
    }

    void start(@Observes StartupEvent started) {
        consumer.consume("overwrites", RoleDeleted.class, this::forget);
    }

    private Uni<Void> forget(ReceivedEvent<RoleDeleted> received) {
        RoleDeleted role = received.event();
        return overwrites.forget(role.community(), role.roleId());
    }
}
