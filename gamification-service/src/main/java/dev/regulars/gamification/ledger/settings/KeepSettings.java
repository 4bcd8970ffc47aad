package dev.regulars.gamification.ledger.settings;

import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.community.CommunityEvent;
import dev.regulars.events.community.CommunityEvent.CurrencyChanged;
import dev.regulars.events.community.CommunityEvent.ServerChanged;
import dev.regulars.events.community.CommunityEvent.ServerCreated;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/** Keeps settings up to date with community-service. */
@ApplicationScoped
class KeepSettings {

    private final EventConsumer consumer;
    private final Outbox outbox;

    KeepSettings(EventConsumer consumer, Outbox outbox) {
        this.consumer = consumer;
        this.outbox = outbox;
    }

    void start(@Observes StartupEvent started) {
        consumer.consume(
                "settings", Set.of(ServerCreated.class, ServerChanged.class, CurrencyChanged.class), this::keep);
    }

    private Uni<Void> keep(ReceivedEvent<CommunityEvent> received) {
        return switch (received.event()) {
            case ServerCreated server ->
                SettingsDocument.server(
                        outbox.alone(), server.community(), server.name(), server.timezone(), received.version());
            case ServerChanged server ->
                SettingsDocument.server(
                        outbox.alone(), server.community(), server.name(), server.timezone(), received.version());
            case CurrencyChanged currency ->
                SettingsDocument.currency(outbox.alone(), currency.community(), currency, received.version());
            default -> Uni.createFrom().voidItem();
        };
    }
}
