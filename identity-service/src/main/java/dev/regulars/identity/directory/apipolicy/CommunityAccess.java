package dev.regulars.identity.directory.apipolicy;

import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.community.CommunityEvent.AccessChanged;
import dev.regulars.identity.port.ApiAccess;
import dev.regulars.identity.port.ApiAccessLookup;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/** Keeps origins and rate limits of communities up to date with community-service, for token exchange. */
@ApplicationScoped
public class CommunityAccess implements ApiAccessLookup {

    private final EventConsumer consumer;
    private final Outbox outbox;

    CommunityAccess(EventConsumer consumer, Outbox outbox) {
        this.consumer = consumer;
        this.outbox = outbox;
    }

    void start(@Observes StartupEvent started) {
        consumer.consume("access", AccessChanged.class, this::keep);
    }

    private Uni<Void> keep(ReceivedEvent<AccessChanged> received) {
        AccessChanged changed = received.event();
        var access = new CommunityAccessDocument();
        access.id = changed.communityId();
        access.communityId = changed.community();
        access.corsOrigins = changed.corsOrigins();
        access.limits = changed.limits();
        access.source = received.version();
        return access.store(outbox.alone());
    }

    @Override
    public Uni<Boolean> listsOrigin(String origin) {
        return CommunityAccessDocument.lists(outbox.alone(), origin);
    }

    @Override
    public Uni<ApiAccess> of(Map<String, Object> claims) {
        if (!(claims.get("community") instanceof String community)) {
            return Uni.createFrom().item(ApiAccess.NONE);
        }
        return CommunityAccessDocument.find(outbox.alone(), community)
                .map(stored -> stored == null ? ApiAccess.NONE : new ApiAccess(stored.corsOrigins, stored.limits));
    }

    public static Uni<Void> buildIndexes() {
        return CommunityAccessDocument.buildIndexes();
    }
}
