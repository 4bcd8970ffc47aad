package dev.regulars.gamification.ledger.expiry;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.worker.Poller;
import dev.regulars.gamification.ledger.Ledger;
import dev.regulars.gamification.ledger.LedgerRequest.Post;
import dev.regulars.gamification.ledger.MemberDocument;
import dev.regulars.gamification.ledger.decision.NewPosting;
import dev.regulars.gamification.ledger.decision.Terms;
import dev.regulars.gamification.ledger.settings.CommunityTerms;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Takes away what expired. Nobody can spend it before that either; two replicas post the same cause. */
@ApplicationScoped
class ExpireLots {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Ledger ledger;
    private final CommunityTerms terms;
    private final Outbox outbox;
    private final Clock clock;
    private final Poller poller;

    ExpireLots(Vertx vertx, Ledger ledger, CommunityTerms terms, Outbox outbox, Clock clock) {
        this.ledger = ledger;
        this.terms = terms;
        this.outbox = outbox;
        this.clock = clock;
        this.poller = Poller.every(vertx, PAUSE, "Expiring coins", this::round);
    }

    void start(@Observes StartupEvent started) {
        poller.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        poller.stop();
    }

    /** It is tomorrow somewhere already. */
    private Uni<Void> round() {
        long tomorrow = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay() + 1;
        return MemberDocument.withLotsBefore(outbox.alone(), tomorrow)
                .onItem()
                .transformToUniAndConcatenate(
                        member -> terms.of(member.communityId).chain(now -> expire(member, now)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> expire(MemberDocument member, Terms now) {
        return member.state.hasExpiredLots(now.today())
                ? ledger.post(request(member, now)).replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    private static Post request(MemberDocument member, Terms now) {
        var posting = NewPosting.expiry(member.accountId, now.now());
        return new Post(
                member.communityId,
                NewPosting.EXPIRY,
                LocalDate.ofEpochDay(now.today()).toString(),
                List.of(posting),
                null);
    }
}
