package dev.regulars.webhook.challenge;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.webhook.client.Response;
import dev.regulars.webhook.client.RetrySchedule;
import dev.regulars.webhook.subscription.ChallengeWrites;
import dev.regulars.webhook.subscription.setting.Verification;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Claims due challenges for this replica and records their outcome. */
@ApplicationScoped
class Challenges {

    /** Longer than an attempt can take: if the replica dies, the challenge becomes due again. */
    private static final Duration CLAIM = Duration.ofSeconds(30);

    private final Outbox outbox;
    private final RetrySchedule schedule;
    private final Clock clock;

    Challenges(Outbox outbox, RetrySchedule schedule, Clock clock) {
        this.outbox = outbox;
        this.schedule = schedule;
        this.clock = clock;
    }

    /** A due challenge, claimed for this replica, or null if none is due outside {@code busyCommunities}. */
    Uni<@Nullable ChallengeAttempt> claim(Set<String> busyCommunities) {
        Instant now = clock.instant();
        return ChallengeWrites.claim(outbox.alone(), busyCommunities, now, now.plus(CLAIM))
                .map(claimed -> claimed == null ? null : ChallengeAttempt.of(claimed));
    }

    Uni<Void> succeeded(ChallengeAttempt attempt) {
        return record(attempt, Verification.VERIFIED, null, null);
    }

    /** Schedules the next attempt, if the schedule has one left. */
    Uni<Void> failed(ChallengeAttempt attempt, String error, Response response) {
        Instant next = schedule.next(attempt.number(), response);
        return next == null
                ? record(attempt, Verification.FAILED, error, null)
                : record(attempt, Verification.PENDING, error, next);
    }

    /** The endpoint answered 410: the subscription is switched off. */
    Uni<Void> gone(ChallengeAttempt attempt, String error) {
        return ChallengeWrites.deactivate(
                        outbox.alone(), attempt.subscriptionId(), attempt.text(), error, clock.instant())
                .chain(() -> record(attempt, Verification.FAILED, error, null));
    }

    private Uni<Void> record(
            ChallengeAttempt attempt, Verification outcome, @Nullable String error, @Nullable Instant next) {
        return ChallengeWrites.record(
                        outbox.alone(),
                        attempt.subscriptionId(),
                        attempt.text(),
                        attempt.number(),
                        outcome,
                        error,
                        next,
                        clock.instant())
                .replaceWithVoid();
    }
}
