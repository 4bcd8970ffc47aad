package dev.regulars.gamification.streak.member;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.worker.Worklists;
import dev.regulars.gamification.ledger.MemberDocument;
import dev.regulars.gamification.streak.StreakDocument;
import dev.regulars.gamification.streak.Streaks;
import dev.regulars.gamification.streak.login.LoginStreakDocument;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at streaks that may be broken by now, since nobody did anything. Two replicas tell the same, once. */
@Startup
@ApplicationScoped
class SettleStreaks {

    private static final Duration PAUSE = Duration.ofSeconds(10);
    /** Streaks that are switched off wait. */
    private static final Duration LATER = Duration.ofHours(1);

    private final Streaks streaks;
    private final MemberStreaks members;
    private final Outbox outbox;

    SettleStreaks(Worklists worklists, Streaks streaks, MemberStreaks members, Outbox outbox) {
        this.streaks = streaks;
        this.members = members;
        this.outbox = outbox;
        var unused = worklists.every(
                PAUSE,
                "Settling streaks",
                now -> MemberStreakDocument.due(outbox.alone(), now),
                member -> member.id,
                this::settle,
                (member, until) -> member.postpone(outbox.alone(), until));
    }

    private Uni<Void> settle(MemberStreakDocument member, Instant now) {
        return streaks.of(member.communityId).chain(current -> {
            Optional<StreakDocument> streak = current.all().stream()
                    .filter(one -> one.id.equals(member.streakId))
                    .findFirst();
            if (streak.isEmpty() || !current.enabled()) {
                return member.postpone(outbox.alone(), streak.isEmpty() ? null : now.plus(LATER));
            }
            return LoginStreakDocument.isFormer(outbox.alone(), member.communityId, member.accountId)
                    .chain(former -> former ? member.postpone(outbox.alone(), null) : settle(streak.get(), member));
        });
    }

    /** One who left is left alone until they come back and do something. */
    private Uni<Void> settle(StreakDocument streak, MemberStreakDocument member) {
        return userId(member)
                .chain(userId -> members.settle(outbox.alone(), streak, member.accountId, userId))
                .replaceWithVoid();
    }

    private Uni<@Nullable String> userId(MemberStreakDocument member) {
        return MemberDocument.find(outbox.alone(), member.communityId, member.accountId)
                .map(found -> found == null ? null : found.userId);
    }
}
