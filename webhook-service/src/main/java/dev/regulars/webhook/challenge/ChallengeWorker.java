package dev.regulars.webhook.challenge;

import dev.regulars.eventing.Poller;
import dev.regulars.webhook.delivery.Dispatcher;
import dev.regulars.webhook.endpoint.Response;
import dev.regulars.webhook.endpoint.WebhookClient;
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

/** Sends due challenges in the background; creating a subscription does not wait for its endpoint. */
@ApplicationScoped
class ChallengeWorker {

    private static final int MAX_IN_FLIGHT = 32;
    private static final Duration INTERVAL = Duration.ofMillis(200);

    private final Challenges challenges;
    private final WebhookClient client;
    private final ChallengeProtocol protocol;
    private final Dispatcher dispatcher;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final Poller poller;

    ChallengeWorker(
            Vertx vertx,
            Challenges challenges,
            WebhookClient client,
            ChallengeProtocol protocol,
            Dispatcher dispatcher) {
        this.challenges = challenges;
        this.client = client;
        this.protocol = protocol;
        this.dispatcher = dispatcher;
        this.poller = Poller.every(vertx, INTERVAL, "Sending challenges", this::round);
    }

    void start(@Observes StartupEvent started) {
        poller.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        poller.stop();
    }

    private Uni<Void> round() {
        return inFlight.get() >= MAX_IN_FLIGHT
                ? Uni.createFrom().voidItem()
                : challenges.claim().invoke(this::begin).replaceWithVoid();
    }

    /** Not awaited: a slow endpoint must not delay the challenges of others. */
    private void begin(@Nullable ChallengeAttempt attempt) {
        if (attempt == null) {
            return;
        }
        inFlight.incrementAndGet();
        poller.wake(); // more may be due
        var unused = challenge(attempt)
                .onTermination()
                .invoke(inFlight::decrementAndGet)
                .subscribe()
                .with(
                        done -> {},
                        failure -> Log.warnf(failure, "Outcome of the challenge to %s was not recorded", attempt.id()));
    }

    private Uni<Void> challenge(ChallengeAttempt attempt) {
        byte[] body = protocol.request(attempt.text());
        var headers = attempt.signature().headers("challenge:" + attempt.id(), body);
        return client.post(attempt.url(), headers, body).chain(response -> report(attempt, response));
    }

    private Uni<Void> report(ChallengeAttempt attempt, Response response) {
        String failure = protocol.failureOf(response, attempt.text());
        return failure == null
                ? challenges.succeeded(attempt).invoke(dispatcher::wake)
                : challenges.failed(attempt, failure);
    }
}
