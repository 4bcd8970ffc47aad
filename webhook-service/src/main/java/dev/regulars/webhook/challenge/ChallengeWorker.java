package dev.regulars.webhook.challenge;

import static java.util.stream.Collectors.toSet;

import dev.regulars.crypto.MasterKey;
import dev.regulars.eventing.worker.Poller;
import dev.regulars.webhook.client.Response;
import dev.regulars.webhook.client.Response.Answered;
import dev.regulars.webhook.client.Response.Unanswered;
import dev.regulars.webhook.client.WebhookClient;
import dev.regulars.webhook.delivery.worker.Dispatcher;
import dev.regulars.webhook.endpoint.url.EndpointUrl;
import dev.regulars.webhook.signature.MessageSigner;
import dev.regulars.webhook.signature.Signature;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Sends due challenges in the background; creating a subscription does not wait for its endpoint. A community has few slots,
 * so that its slow endpoints do not delay the challenges of others.
 */
@ApplicationScoped
class ChallengeWorker {

    private static final int MAX_IN_FLIGHT = 512;
    private static final int MAX_PER_COMMUNITY = 4;
    private static final Duration INTERVAL = Duration.ofMillis(200);

    private final Challenges challenges;
    private final WebhookClient client;
    private final ChallengeProtocol protocol;
    private final MasterKey masterKey;
    private final Dispatcher dispatcher;
    private final Map<String, Integer> inFlight = new ConcurrentHashMap<>();
    private final Poller poller;

    ChallengeWorker(
            Vertx vertx,
            Challenges challenges,
            WebhookClient client,
            ChallengeProtocol protocol,
            MasterKey masterKey,
            Dispatcher dispatcher) {
        this.challenges = challenges;
        this.client = client;
        this.protocol = protocol;
        this.masterKey = masterKey;
        this.dispatcher = dispatcher;
        this.poller = Poller.every(vertx, INTERVAL, "Sending challenges", this::round);
    }

    void start(@Observes StartupEvent started) {
        poller.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        poller.stop();
    }

    /** A challenge may be due. */
    void wake() {
        poller.wake();
    }

    private Uni<Void> round() {
        int all = inFlight.values().stream().mapToInt(Integer::intValue).sum();
        return all >= MAX_IN_FLIGHT
                ? Uni.createFrom().voidItem()
                : challenges.claim(busyCommunities()).invoke(this::begin).replaceWithVoid();
    }

    private Set<String> busyCommunities() {
        return inFlight.entrySet().stream()
                .filter(entry -> entry.getValue() >= MAX_PER_COMMUNITY)
                .map(Map.Entry::getKey)
                .collect(toSet());
    }

    /** Not awaited: a slow endpoint must not delay the challenges of others. */
    private void begin(@Nullable ChallengeAttempt attempt) {
        if (attempt == null) {
            return;
        }
        inFlight.merge(attempt.communityId(), 1, Integer::sum);
        poller.wake(); // more may be due
        var unused = Uni.createFrom()
                .deferred(() -> send(attempt))
                .onFailure()
                .recoverWithItem(failure -> internalError(attempt, failure))
                .chain(response -> record(attempt, response))
                .onTermination()
                .invoke(() -> ended(attempt))
                .subscribe()
                .with(
                        done -> {},
                        failure -> Log.warnf(
                                failure, "Outcome of the challenge to %s was not recorded", attempt.subscriptionId()));
    }

    private void ended(ChallengeAttempt attempt) {
        inFlight.computeIfPresent(attempt.communityId(), (community, count) -> count == 1 ? null : count - 1);
        poller.wake(); // its community may have been busy
    }

    private Uni<Response> send(ChallengeAttempt attempt) {
        byte[] body = protocol.request(attempt.text());
        var signature = new Signature(masterKey.decrypt(attempt.encryptedSecret()));
        var headers = new MessageSigner(signature, null, null, Set.of(), null)
                .headers("challenge:" + attempt.subscriptionId(), attempt.url(), body);
        return client.post(EndpointUrl.of(attempt.url()), headers, body);
    }

    private static Response internalError(ChallengeAttempt attempt, Throwable failure) {
        Log.errorf(failure, "Challenge of webhook %s failed", attempt.subscriptionId());
        return new Unanswered("Internal error");
    }

    private Uni<Void> record(ChallengeAttempt attempt, Response response) {
        if (response instanceof Answered answer && answer.isGone()) {
            return challenges.gone(attempt, answer.reason());
        }
        String error = protocol.errorIn(response, attempt.text());
        return error == null
                ? challenges.succeeded(attempt).invoke(() -> dispatcher.wake())
                : challenges.failed(attempt, error, response);
    }
}
