package dev.regulars.gateway.token;

import dev.regulars.gateway.limits.GatewayLimits;
import dev.regulars.internal.ClientLimits;
import dev.regulars.internal.ReplicaList;
import dev.regulars.internal.ServiceAddresses;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClient;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which permissions keys needed, and when last: gathered, and reported to identity-service now and then. */
@Singleton
public class KeyUsage {

    private static final int MOST_AT_ONCE = 1_000;
    private static final int TIMEOUT_MILLIS = 5_000;

    private final Vertx vertx;
    private final WebClient http;
    private final ReplicaList replicas;
    private final Duration every;
    /** Keys of the map are those of the header: id of a key and permission. */
    private final Map<String, Instant> uses = new ConcurrentHashMap<>();

    private long timer;

    KeyUsage(Vertx vertx, ServiceAddresses addresses, GatewayLimits limits) {
        this.vertx = vertx;
        this.http = WebClient.create(vertx, ClientLimits.options());
        this.replicas = new ReplicaList(addresses.identity());
        this.every = limits.keyUsageInterval();
    }

    void start(@Observes StartupEvent started) {
        timer = vertx.setPeriodic(every.toMillis(), tick -> report());
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
    }

    /** @param use as a service names it: id of the key, a blank, permission */
    public void record(String use) {
        if (uses.size() < MOST_AT_ONCE || uses.containsKey(use)) {
            uses.put(use, Instant.now());
        }
    }

    private void report() {
        Map<String, Instant> taken = new HashMap<>();
        List.copyOf(uses.keySet()).forEach(use -> taken.computeIfAbsent(use, uses::remove));
        if (!taken.isEmpty()) {
            var unused = http.postAbs(replicas.next() + "/internal/credentials/uses")
                    .timeout(TIMEOUT_MILLIS)
                    .sendJsonObject(new JsonObject().put("uses", body(taken)))
                    .onFailure(failure -> {
                        taken.forEach(uses::putIfAbsent);
                        Log.infof("Uses of %d keys are reported later: %s", taken.size(), failure);
                    });
        }
    }

    private static JsonArray body(Map<String, Instant> uses) {
        var all = new JsonArray();
        uses.forEach((use, at) -> {
            String[] words = use.split(" ", 2);
            if (words.length == 2) {
                all.add(new JsonObject()
                        .put("keyId", words[0])
                        .put("permission", words[1])
                        .put("at", at.toString()));
            }
        });
        return all;
    }
}
