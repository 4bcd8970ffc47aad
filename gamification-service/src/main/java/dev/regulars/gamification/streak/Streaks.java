package dev.regulars.gamification.streak;

import static dev.regulars.gamification.GamificationError.STREAK_LIMIT;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.streak.StreakResource.SettingsView;
import dev.regulars.gamification.streak.rule.Exceptions.Pause;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import dev.regulars.web.value.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The streaks of a community; what other replicas changed is seen a second later at most. */
@ApplicationScoped
public class Streaks {

    private final Outbox outbox;
    private final Clock clock;
    private final Cache<CommunityId, Current> recent = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(1))
            .maximumSize(10_000)
            .build();

    Streaks(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The streaks of a community, and when they were switched off. */
    public record Current(boolean enabled, List<Pause> pauses, List<StreakDocument> all) {

        /** None while they are switched off. */
        public List<StreakDocument> inForce() {
            return enabled ? all : List.of();
        }
    }

    public Uni<Current> of(CommunityId community) {
        Current known = recent.getIfPresent(community);
        Tx tx = outbox.alone();
        return known != null
                ? Uni.createFrom().item(known)
                : StreakSettingsDocument.of(tx, community)
                        .chain(settings -> StreakDocument.all(tx, community)
                                .map(all -> new Current(settings.enabled, settings.pauses, all)))
                        .invoke(current -> recent.put(community, current));
    }

    Uni<Page<StreakView>> list(Tx tx, PageRequest page) {
        return StreakDocument.page(tx, tx.community(), page).map(streaks -> streaks.map(StreakView::of));
    }

    Uni<StreakView> create(Tx tx, StreakBody body) {
        return StreakDocument.all(tx, tx.community())
                .invoke(all -> STREAK_LIMIT.checkRoom(all.size()))
                .map(all -> draft(tx.community(), body, all))
                .chain(streak -> streak.create(tx))
                .invoke(streak -> recent.invalidate(streak.communityId))
                .map(StreakView::of);
    }

    private StreakDocument draft(CommunityId community, StreakBody body, List<StreakDocument> others) {
        var streak = new StreakDocument();
        streak.id = Ids.next();
        streak.communityId = community;
        streak.order = others.isEmpty() ? 0 : others.getLast().order + 1;
        streak.createdAt = clock.instant();
        streak.begin(body, streak.createdAt);
        return streak;
    }

    Uni<StreakView> update(Tx tx, String id, StreakBody body) {
        return StreakDocument.get(tx, tx.community(), id)
                .invoke(streak -> streak.take(body, clock.instant()))
                .chain(streak -> streak.store(tx))
                .invoke(streak -> recent.invalidate(streak.communityId))
                .map(StreakView::of);
    }

    Uni<Void> delete(Tx tx, String id) {
        return StreakDocument.get(tx, tx.community(), id)
                .chain(streak -> streak.remove(tx))
                .invoke(streak -> recent.invalidate(streak.communityId))
                .replaceWithVoid();
    }

    Uni<SettingsView> enable(Tx tx, boolean enabled) {
        return StreakSettingsDocument.enable(tx, tx.community(), enabled, clock.instant())
                .invoke(() -> recent.invalidate(tx.community()))
                .replaceWith(new SettingsView(enabled));
    }
}
