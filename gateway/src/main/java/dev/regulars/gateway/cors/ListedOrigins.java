package dev.regulars.gateway.cors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.regulars.callers.CallerInvalidations;
import dev.regulars.internal.ClientLimits;
import dev.regulars.internal.ReplicaList;
import dev.regulars.internal.ServiceAddresses;
import io.quarkus.logging.Log;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import jakarta.inject.Singleton;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;

/**
 * Origins that any community or widget lists, as identity-service says. Kept for five seconds, and forgotten as soon as a community
 * changes.
 */
@Singleton
class ListedOrigins {

    private static final Duration TIME_TO_LIVE = Duration.ofSeconds(5);
    private static final int MAX_ENTRIES = 10_000;
    private static final int TIMEOUT_MILLIS = 2_000;
    private static final int MAX_LENGTH = 300;

    private final WebClient http;
    private final ReplicaList replicas;
    private final Cache<String, Boolean> known = Caffeine.newBuilder()
            .expireAfterWrite(TIME_TO_LIVE)
            .maximumSize(MAX_ENTRIES)
            .build();

    ListedOrigins(Vertx vertx, ServiceAddresses addresses, CallerInvalidations changes) {
        this.http = WebClient.create(vertx, ClientLimits.options());
        this.replicas = new ReplicaList(addresses.identity());
        changes.listen(this::changed, known::invalidateAll);
    }

    /** False where identity-service cannot be asked: a page then has to try again. */
    Future<Boolean> contains(String origin) {
        Boolean cached = known.getIfPresent(origin);
        if (cached != null) {
            return Future.succeededFuture(cached);
        }
        if (origin.length() > MAX_LENGTH || !origin.startsWith("http")) {
            return Future.succeededFuture(false);
        }
        return ask(origin, replicas.size())
                .map(response -> remember(origin, response))
                .otherwise(failure -> {
                    Log.warnf("Listed origins cannot be asked for: %s", failure);
                    return false;
                });
    }

    private boolean remember(String origin, HttpResponse<Buffer> response) {
        if (response.statusCode() != 200) {
            throw new IllegalStateException("identity-service answered " + response.statusCode());
        }
        boolean listed = response.bodyAsJsonObject().getBoolean("listed");
        known.put(origin, listed);
        return listed;
    }

    private Future<HttpResponse<Buffer>> ask(String origin, int retries) {
        URI replica = replicas.next();
        return http.getAbs(replica + "/internal/origins")
                .addQueryParam("origin", origin)
                .timeout(TIMEOUT_MILLIS)
                .send()
                .recover(failure -> {
                    if (failure instanceof ConnectException) {
                        replicas.refused(replica);
                    }
                    return retries > 0 && failure instanceof ConnectException
                            ? ask(origin, retries - 1)
                            : Future.failedFuture(failure);
                });
    }

    private void changed(String tag) {
        if (tag.startsWith("community:") || tag.startsWith("credential:")) {
            known.invalidateAll();
        }
    }
}
