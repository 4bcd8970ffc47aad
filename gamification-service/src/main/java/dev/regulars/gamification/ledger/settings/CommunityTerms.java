package dev.regulars.gamification.ledger.settings;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.regulars.eventing.consumer.PerKey;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.ledger.decision.Terms;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Under what the postings of communities are decided at the moment; a change is seen a second later at most. */
@ApplicationScoped
public class CommunityTerms {

    private final Outbox outbox;
    private final Clock clock;
    private final Cache<CommunityId, Terms> recent = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(1))
            .maximumSize(10_000)
            .build();

    CommunityTerms(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    public Uni<Map<CommunityId, Terms>> of(Set<CommunityId> communities) {
        return PerKey.lookUp(communities, this::of);
    }

    public Uni<Terms> of(CommunityId community) {
        Terms known = recent.getIfPresent(community);
        Uni<Terms> found = known != null
                ? Uni.createFrom().item(known)
                : SettingsDocument.find(outbox.alone(), community)
                        .map(settings -> terms(settings, clock.instant()))
                        .invoke(terms -> recent.put(community, requireNonNull(terms)));
        return found.map(terms -> terms.at(clock.instant()));
    }

    private static Terms terms(@Nullable SettingsDocument settings, Instant now) {
        return settings == null
                ? Terms.plain(now)
                : new Terms(
                        ZoneId.of(settings.timezone),
                        now,
                        requireNonNullElse(settings.floors, Map.of()),
                        settings.pendingDays,
                        settings.expiryDays);
    }
}
