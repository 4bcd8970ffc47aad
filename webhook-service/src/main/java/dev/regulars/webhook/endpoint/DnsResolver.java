package dev.regulars.webhook.endpoint;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Resolves host names on its own threads and caches each answer for a second, so that a hanging name server delays only
 * calls to its own names.
 */
@ApplicationScoped
class DnsResolver {

    private static final int THREADS = 64;
    private static final int MAX_CACHED = 10_000;

    private final ExecutorService threads =
            new ThreadPoolExecutor(0, THREADS, 10, TimeUnit.SECONDS, new SynchronousQueue<>());
    private final Cache<String, Uni<List<InetAddress>>> answers = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(1))
            .maximumSize(MAX_CACHED)
            .build();
    private final Duration timeLimit;

    DnsResolver(WebhookClientConfig config) {
        this.timeLimit = config.timeLimit().dividedBy(2);
    }

    /** All addresses of a host; fails with {@link EndpointRejected} if it has none. */
    Uni<List<InetAddress>> resolve(String host) {
        return answers.get(host, this::startLookup);
    }

    private Uni<List<InetAddress>> startLookup(String host) {
        return Uni.createFrom()
                .item(() -> addresses(host))
                .runSubscriptionOn(threads)
                .ifNoItem()
                .after(timeLimit)
                .failWith(
                        () -> new EndpointRejected("The name " + host + " cannot be resolved: its name server is slow"))
                .onFailure()
                .invoke(() -> answers.invalidate(host))
                .memoize()
                .indefinitely();
    }

    private static List<InetAddress> addresses(String host) {
        try {
            return List.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException e) {
            throw new EndpointRejected("The name " + host + " cannot be resolved: nobody knows it");
        }
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
