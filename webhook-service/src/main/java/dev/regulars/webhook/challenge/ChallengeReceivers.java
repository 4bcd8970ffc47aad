package dev.regulars.webhook.challenge;

import dev.regulars.eventing.Poller;
import dev.regulars.webhook.delivery.Dispatcher;
import dev.regulars.webhook.receiver.Receivers;
import dev.regulars.webhook.receiver.Response;
import dev.regulars.webhook.subscription.Unverified;
import dev.regulars.webhook.subscription.Verifications;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Asks new endpoints to prove themselves; nobody who subscribes has to wait for it. */
@ApplicationScoped
class ChallengeReceivers {

    private static final int MOST_UNDER_WAY = 32;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Verifications verifications;
    private final Receivers receivers;
    private final Proofs proofs;
    private final Dispatcher dispatcher;
    private final AtomicInteger underWay = new AtomicInteger();
    private final Poller poller;

    ChallengeReceivers(
            Vertx vertx, Verifications verifications, Receivers receivers, Proofs proofs, Dispatcher dispatcher) {
        this.verifications = verifications;
        this.receivers = receivers;
        this.proofs = proofs;
        this.dispatcher = dispatcher;
        this.poller = Poller.every(vertx, PAUSE, "Challenging receivers", this::round);
    }

    void start(@Observes StartupEvent started) {
        poller.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        poller.stop();
    }

    private Uni<Void> round() {
        return underWay.get() >= MOST_UNDER_WAY
                ? Uni.createFrom().voidItem()
                : verifications.claim().invoke(this::begin).replaceWithVoid();
    }

    /** Not waited for: an endpoint that is slow to prove itself holds up no other. */
    private void begin(@Nullable Unverified attempt) {
        if (attempt == null) {
            return;
        }
        underWay.incrementAndGet();
        poller.wake(); // there may be more
        var unused = challenge(attempt)
                .onTermination()
                .invoke(underWay::decrementAndGet)
                .subscribe()
                .with(done -> {}, failure -> Log.warnf(failure, "Challenge of %s goes unreported", attempt.id()));
    }

    private Uni<Void> challenge(Unverified attempt) {
        byte[] body = proofs.question(attempt.text());
        var headers = attempt.signature().headers("challenge:" + attempt.id(), body);
        return receivers.post(attempt.url(), headers, body).chain(response -> report(attempt, response));
    }

    private Uni<Void> report(Unverified attempt, Response response) {
        String fault = proofs.faultIn(response, attempt.text());
        return fault == null
                ? verifications.passed(attempt).invoke(dispatcher::wake)
                : verifications.missed(attempt, fault);
    }
}
