package dev.regulars.systemtest.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.regulars.systemtest.sandbox.Http;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Sends one credential to several gateways a hundred times a second each, and records the statuses. */
final class CredentialProbe implements AutoCloseable {

    private static final long INTERVAL_MILLIS = 10;
    private static final byte[] LOOKUP_BODY = "{\"idOrEmail\":\"1\"}".getBytes(UTF_8);

    /** {@code at} is the start of the call. */
    record Attempt(String gateway, Instant at, int status) {}

    private final ConcurrentLinkedQueue<Attempt> all = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(8);
    private final Map<String, String> headers;

    CredentialProbe(List<String> gateways, String credential) {
        headers = Map.of("Authorization", "Bearer " + credential, "Content-Type", "application/json");
        for (String gateway : gateways) {
            var unused = threads.scheduleAtFixedRate(() -> attempt(gateway), 0, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    List<Attempt> all() {
        return List.copyOf(all);
    }

    List<Attempt> since(Instant from) {
        return all.stream().filter(attempt -> attempt.at().isAfter(from)).toList();
    }

    private void attempt(String gateway) {
        Instant at = Instant.now();
        try {
            all.add(new Attempt(gateway, at, Http.post(gateway + "/v1/users/info", LOOKUP_BODY, headers)));
        } catch (IOException noAnswer) {
            all.add(new Attempt(gateway, at, 0));
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
