package dev.regulars.webhook.receiver;

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
 * Looks names up, on threads of its own and each name once in a second: a name server that hangs holds up nobody but those
 * who ask for its names.
 */
@ApplicationScoped
class Names {

    private static final int THREADS = 64;
    private static final int MOST = 10_000;

    private final ExecutorService threads =
            new ThreadPoolExecutor(0, THREADS, 10, TimeUnit.SECONDS, new SynchronousQueue<>());
    private final Cache<String, Uni<List<InetAddress>>> answers = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(1))
            .maximumSize(MOST)
            .build();
    private final Duration patience;

    Names(ReceiversConfig config) {
        this.patience = config.timeLimit().dividedBy(2);
    }

    /** All addresses of a name; fails with {@link Unfit} where it has none. */
    Uni<List<InetAddress>> lookUp(String host) {
        return answers.get(host, this::begin);
    }

    private Uni<List<InetAddress>> begin(String host) {
        return Uni.createFrom()
                .item(() -> all(host))
                .runSubscriptionOn(threads)
                .ifNoItem()
                .after(patience)
                .failWith(() -> new Unfit("The name " + host + " cannot be resolved: its name server is slow"))
                .onFailure()
                .invoke(() -> answers.invalidate(host))
                .memoize()
                .indefinitely();
    }

    private static List<InetAddress> all(String host) {
        try {
            return List.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException e) {
            throw new Unfit("The name " + host + " cannot be resolved: nobody knows it");
        }
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
