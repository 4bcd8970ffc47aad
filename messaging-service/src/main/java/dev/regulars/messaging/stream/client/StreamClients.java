package dev.regulars.messaging.stream.client;

import static java.util.stream.Collectors.groupingBy;

import dev.regulars.callers.CallerInvalidations;
import dev.regulars.eventing.worker.Poller;
import dev.regulars.events.CommunityId;
import dev.regulars.messaging.community.Channels;
import dev.regulars.messaging.community.Viewer;
import dev.regulars.messaging.stream.CloseCode;
import dev.regulars.messaging.stream.StreamConfig;
import dev.regulars.messaging.stream.caller.StreamCallers;
import dev.regulars.messaging.stream.caller.StreamCallers.StreamCaller;
import dev.regulars.messaging.stream.feed.Subscriber;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The clients of this replica. A client whose caller changed is closed: it comes back with what it may do now. One that no
 * longer sees a channel, or reads too slowly, is closed too.
 */
@ApplicationScoped
public class StreamClients {

    private static final int AT_ONCE = 16;
    /** The gateway waits 20 seconds for a service to say something. */
    private static final Duration BEAT = Duration.ofSeconds(8);

    private final Set<Subscriber> clients = ConcurrentHashMap.newKeySet();
    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private final StreamCallers callers;
    private final Channels channels;
    private final StreamConfig config;
    private final Poller changes;
    private final Poller checks;
    private final Poller beats;
    private volatile boolean allChanged;

    StreamClients(
            StreamCallers callers,
            Channels channels,
            CallerInvalidations invalidations,
            StreamConfig config,
            Vertx vertx,
            MeterRegistry metrics) {
        this.callers = callers;
        this.channels = channels;
        this.config = config;
        this.changes = Poller.every(vertx, config.exchangeEvery(), "Exchanging credentials", this::exchangeChanged);
        this.beats = Poller.every(vertx, BEAT, "Keeping event streams open", this::beat);
        this.checks = Poller.every(vertx, config.checkEvery(), "Checking live streams", this::check);
        invalidations.listen(this::changed, this::mayHaveMissed);
        Gauge.builder("messaging.stream.clients", clients, Set::size)
                .description("Open live streams")
                .register(metrics);
    }

    void start(@Observes StartupEvent started) {
        changes.start();
        checks.start();
        beats.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        changes.stop();
        checks.stop();
        beats.stop();
        clients.forEach(client -> client.close(CloseCode.DRAINING));
    }

    /** False where there are too many. */
    public boolean add(Subscriber client) {
        if (clients.size() >= config.clients()) {
            return false;
        }
        clients.add(client);
        return true;
    }

    public void remove(Subscriber client) {
        clients.remove(client);
        client.gone();
    }

    public boolean isEmpty() {
        return clients.isEmpty();
    }

    /** Those who look at a community now. */
    public Stream<Subscriber> of(CommunityId community) {
        return clients.stream().filter(client -> {
            Viewer viewer = client.caller().viewer();
            return viewer != null && viewer.community().equals(community);
        });
    }

    private void changed(String tag) {
        if (!clients.isEmpty()) {
            changed.add(tag);
            changes.wake();
        }
    }

    private void mayHaveMissed() {
        if (!clients.isEmpty()) {
            allChanged = true;
            changes.wake();
        }
    }

    /** Those whose caller changed at once, the others when their time has come. */
    private Uni<Void> exchangeChanged() {
        boolean all = allChanged;
        allChanged = false;
        Set<String> tags = Set.copyOf(changed);
        changed.removeAll(tags);
        long age = config.exchangeEvery().toNanos();
        return each(
                client -> all
                        || client.sinceChecked() > age
                        || client.caller().tags().stream().anyMatch(tags::contains),
                this::exchange);
    }

    /** While identity-service is away a client stays: every change of it that came in was dealt with. */
    private Uni<Void> exchange(Subscriber client) {
        return callers.exchange(client.caller().credential())
                .invoke(now -> {
                    if (now == null || !isSame(client.caller(), now)) {
                        client.close(CloseCode.UNAUTHENTICATED);
                    } else {
                        client.renewed(now);
                    }
                })
                .onFailure(StreamClients::isRefused)
                .invoke(no -> client.close(CloseCode.UNAUTHENTICATED))
                .onFailure()
                .invoke(failure -> Log.debugf("A credential was not exchanged: %s", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private static boolean isSame(StreamCaller before, StreamCaller now) {
        return Objects.equals(before.viewer(), now.viewer());
    }

    private static boolean isRefused(Throwable failure) {
        return failure instanceof Refusal no && no.kind() == Kind.NOT_PERMITTED;
    }

    private Uni<Void> check() {
        long slow = config.slowAfter().toNanos();
        clients.stream().filter(client -> client.isSlow(slow)).forEach(client -> client.close(CloseCode.TOO_SLOW));
        Map<CommunityId, List<Subscriber>> members = clients.stream()
                .filter(client -> client.caller().viewer() != null)
                .collect(groupingBy(client -> viewer(client).community()));
        return Multi.createFrom()
                .iterable(members.entrySet())
                .onItem()
                .transformToUni(one -> check(one.getKey(), one.getValue()))
                .merge(AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> check(CommunityId community, List<Subscriber> clients) {
        List<Viewer> viewers =
                clients.stream().map(StreamClients::viewer).distinct().toList();
        return channels.visibleToEach(community, viewers)
                .invoke(seen -> clients.stream()
                        .filter(client -> !Objects.requireNonNull(seen.get(viewer(client)))
                                .containsAll(client.channels()))
                        .forEach(client -> client.close(CloseCode.NOT_ALLOWED)))
                .replaceWithVoid();
    }

    private Uni<Void> beat() {
        clients.forEach(Subscriber::beat);
        return Uni.createFrom().voidItem();
    }

    private static Viewer viewer(Subscriber client) {
        return Objects.requireNonNull(client.caller().viewer());
    }

    private Uni<Void> each(Predicate<Subscriber> which, Function<Subscriber, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(clients.stream().filter(which).toList())
                .onItem()
                .transformToUni(client -> work.apply(client))
                .merge(AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
