package dev.regulars.webhook.delivery.ingestion;

import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.events.DomainEvent;
import dev.regulars.events.analysis.AnalysisEvent;
import dev.regulars.events.community.CommunityEvent;
import dev.regulars.events.gamification.GamificationEvent;
import dev.regulars.events.identity.CustomFieldEvent;
import dev.regulars.events.identity.IdentityEvent;
import dev.regulars.events.messaging.MessagingEvent;
import dev.regulars.events.rewards.RewardsEvent;
import dev.regulars.events.webhook.WebhookEvent;
import dev.regulars.webhook.names.NameProjection;
import dev.regulars.webhook.people.People;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * Stores one delivery per event and subscription; records are acknowledged once all their deliveries are stored. What filters
 * ask of members and channels is kept before, in the order of the log.
 */
@ApplicationScoped
class StoreDeliveries {

    private final EventConsumer consumer;
    private final NewDeliveries deliveries;
    private final People people;
    private final NameProjection names;

    StoreDeliveries(EventConsumer consumer, NewDeliveries deliveries, People people, NameProjection names) {
        this.consumer = consumer;
        this.deliveries = deliveries;
        this.people = people;
        this.names = names;
    }

    void start(@Observes StartupEvent started) {
        consumer.consumeTogether("deliveries", CommunityEvent.class, this::keepAndStore);
        consumer.consumeTogether("deliveries-fields", CustomFieldEvent.class, this::keepFieldsAndStore);
        store("deliveries-identity", IdentityEvent.class);
        store("deliveries-messaging", MessagingEvent.class);
        store("deliveries-rewards", RewardsEvent.class);
        store("deliveries-gamification", GamificationEvent.class);
        store("deliveries-analysis", AnalysisEvent.class);
        store("deliveries-webhook", WebhookEvent.class);
    }

    private <E extends DomainEvent> void store(String name, Class<E> events) {
        consumer.consumeTogether(name, events, (List<ReceivedEvent<E>> received) -> deliveries.store(received));
    }

    private Uni<Void> keepAndStore(List<ReceivedEvent<CommunityEvent>> received) {
        return names.keep(received).chain(() -> people.keep(received)).chain(() -> deliveries.store(received));
    }

    private Uni<Void> keepFieldsAndStore(List<ReceivedEvent<CustomFieldEvent>> received) {
        return people.keep(received).chain(() -> deliveries.store(received));
    }
}
