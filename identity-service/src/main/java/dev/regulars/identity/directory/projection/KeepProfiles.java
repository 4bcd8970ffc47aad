package dev.regulars.identity.directory.projection;

import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.events.identity.IdentityEvent;
import dev.regulars.events.identity.IdentityEvent.AccountLoggedIn;
import dev.regulars.events.identity.IdentityEvent.AccountProfiled;
import dev.regulars.identity.directory.member.MemberProjection;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Applies to the directory what happens to accounts: logins, and what their owners change of their profiles. */
@ApplicationScoped
class KeepProfiles {

    private final EventConsumer consumer;
    private final MemberProjection members;
    private final ProjectionLag lag;

    KeepProfiles(EventConsumer consumer, MemberProjection members, ProjectionLag lag) {
        this.consumer = consumer;
        this.members = members;
        this.lag = lag;
    }

    void start(@Observes StartupEvent started) {
        consumer.consume(
                "profiles", IdentityEvent.class, received -> keep(received).invoke(() -> lag.record(received)));
    }

    private Uni<Void> keep(ReceivedEvent<IdentityEvent> received) {
        return switch (received.event()) {
            case AccountLoggedIn login -> members.loggedIn(login.accountId(), login.at());
            case AccountProfiled change -> members.profiled(change, received.version());
            case IdentityEvent other -> Uni.createFrom().voidItem();
        };
    }
}
