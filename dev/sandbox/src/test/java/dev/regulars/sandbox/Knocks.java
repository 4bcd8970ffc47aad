package dev.regulars.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One credential at several gateways, a hundred times a second at each; and what it was answered. */
final class Knocks implements AutoCloseable {

    private static final long BETWEEN_TWO = 10;
    private static final byte[] WHO = "{\"idOrEmail\":\"1\"}".getBytes(UTF_8);

    /** {@code at} is when the call began. */
    record Knock(String gateway, Instant at, int status) {}

    private final ConcurrentLinkedQueue<Knock> all = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(8);
    private final Map<String, String> headers;

    Knocks(List<String> gateways, String credential) {
        headers = Map.of("Authorization", "Bearer " + credential, "Content-Type", "application/json");
        for (String gateway : gateways) {
            var unused = threads.scheduleAtFixedRate(() -> knock(gateway), 0, BETWEEN_TWO, TimeUnit.MILLISECONDS);
        }
    }

    List<Knock> all() {
        return List.copyOf(all);
    }

    List<Knock> since(Instant from) {
        return all.stream().filter(knock -> knock.at().isAfter(from)).toList();
    }

    private void knock(String gateway) {
        Instant at = Instant.now();
        try {
            all.add(new Knock(gateway, at, Web.post(gateway + "/v1/users/info", WHO, headers)));
        } catch (IOException noAnswer) {
            all.add(new Knock(gateway, at, 0));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Knocks do not end");
        }
    }
}
