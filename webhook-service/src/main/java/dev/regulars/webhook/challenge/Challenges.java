package dev.regulars.webhook.challenge;

import dev.regulars.crypto.MasterKey;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.webhook.endpoint.RetrySchedule;
import dev.regulars.webhook.signature.Signature;
import dev.regulars.webhook.subscription.SubscriptionDocument;
import dev.regulars.webhook.subscription.Verification;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Claims due challenges for this replica and records their outcome. */
@ApplicationScoped
public class Challenges {

    /** Longer than an attempt can take: if the replica dies, the challenge becomes due again. */
    private static final Duration CLAIM = Duration.ofSeconds(30);

    private final Outbox outbox;
    private final MasterKey masterKey;
    private final RetrySchedule schedule;
    private final Clock clock;

    Challenges(Outbox outbox, MasterKey masterKey, RetrySchedule schedule, Clock clock) {
        this.outbox = outbox;
        this.masterKey = masterKey;
        this.schedule = schedule;
        this.clock = clock;
    }

    /** A due challenge, claimed for this replica, or null if none is due. */
    public Uni<@Nullable ChallengeAttempt> claim() {
        Instant now = clock.instant();
        return SubscriptionDocument.claimChallenge(outbox.alone(), now, now.plus(CLAIM))
                .map(due -> due == null ? null : toAttempt(due));
    }

    public Uni<Void> succeeded(ChallengeAttempt attempt) {
        return record(attempt, Verification.VERIFIED, "The endpoint echoed the challenge", null);
    }

    /** Schedules the next attempt, if the schedule has one left. */
    public Uni<Void> failed(ChallengeAttempt attempt, String reason) {
        Instant next = schedule.after(attempt.attempt());
        return next == null
                ? record(attempt, Verification.FAILED, reason + "; that was the last attempt", null)
                : record(attempt, Verification.PENDING, reason, next);
    }

    private Uni<Void> record(ChallengeAttempt attempt, Verification outcome, String reason, @Nullable Instant next) {
        return SubscriptionDocument.recordChallenge(
                        outbox.alone(), attempt.id(), attempt.attempt(), outcome, reason, next, clock.instant())
                .replaceWithVoid();
    }

    private ChallengeAttempt toAttempt(SubscriptionDocument due) {
        return new ChallengeAttempt(
                due.id,
                due.challenge.attempts(),
                URI.create(due.url),
                due.challenge.text(),
                new Signature(masterKey.decrypt(due.secret)));
    }
}
