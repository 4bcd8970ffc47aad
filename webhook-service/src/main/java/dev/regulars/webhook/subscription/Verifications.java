package dev.regulars.webhook.subscription;

import dev.regulars.crypto.MasterKey;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.webhook.envelope.Signature;
import dev.regulars.webhook.receiver.Schedule;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which endpoints have to prove themselves, and how that went. */
@ApplicationScoped
public class Verifications {

    /** Longer than an attempt takes, so that one whose replica died is made again. */
    private static final Duration CLAIM = Duration.ofSeconds(30);

    private final Outbox outbox;
    private final MasterKey masterKey;
    private final Schedule schedule;
    private final Clock clock;

    Verifications(Outbox outbox, MasterKey masterKey, Schedule schedule, Clock clock) {
        this.outbox = outbox;
        this.masterKey = masterKey;
        this.schedule = schedule;
        this.clock = clock;
    }

    /** One that is due, for this replica alone; empty if there is none. */
    public Uni<@Nullable Unverified> claim() {
        Instant now = clock.instant();
        return SubscriptionDocument.claimChallenge(outbox.alone(), now, now.plus(CLAIM))
                .map(due -> due == null ? null : opened(due));
    }

    public Uni<Void> passed(Unverified attempt) {
        return report(attempt, Verification.VERIFIED, "The endpoint sent it back", null);
    }

    /** It is tried again, if there is a next time. */
    public Uni<Void> missed(Unverified attempt, String reason) {
        Instant next = schedule.after(attempt.attempt());
        return next == null
                ? report(attempt, Verification.FAILED, reason + "; that was the last attempt", null)
                : report(attempt, Verification.PENDING, reason, next);
    }

    private Uni<Void> report(Unverified attempt, Verification outcome, String reason, @Nullable Instant next) {
        return SubscriptionDocument.challenged(outbox.alone(), attempt, outcome, reason, next, clock.instant())
                .replaceWithVoid();
    }

    private Unverified opened(SubscriptionDocument due) {
        return new Unverified(
                due.id,
                due.challenge.attempts(),
                URI.create(due.url),
                due.challenge.text(),
                new Signature(masterKey.decrypt(due.secret)));
    }
}
