package dev.regulars.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.web.http.RequestId;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls one other service of the suite, on its {@code /internal} paths. A conflict it finds is passed on in its words;
 * whatever else goes wrong is a request to come again later: an internal call is repeatable, and who asked for it can wait.
 */
public final class InternalClient {

    private static final Map<Integer, Kind> PASSED_ON =
            Map.of(400, Kind.INVALID, 409, Kind.CONFLICT, 422, Kind.MISUSED_KEY);

    private final WebClient http;
    private final ObjectMapper json;
    private final ReplicaList replicas;
    private final Supplier<Uni<String>> token;
    private final Duration patience;

    /**
     * Shares nothing with other clients but the event loops.
     *
     * @param replicas addresses of the other service
     * @param token who calls, as an internal token
     * @param patience for each try of a call
     */
    public InternalClient(
            Vertx vertx, ObjectMapper json, List<URI> replicas, Supplier<Uni<String>> token, Duration patience) {
        this.http = WebClient.create(vertx, ClientLimits.options());
        this.json = json;
        this.replicas = new ReplicaList(replicas);
        this.token = token;
        this.patience = patience;
    }

    /** Empty where the other service does not know it. */
    public <T> Uni<@Nullable T> get(String path, Class<T> answer) {
        return call(HttpMethod.GET, path, null).map(response -> read(path, response, answer));
    }

    /** Empty where the other service does not know it. */
    public <T> Uni<@Nullable T> post(String path, Object body, Class<T> answer) {
        return call(HttpMethod.POST, path, body).map(response -> read(path, response, answer));
    }

    private Uni<HttpResponse<Buffer>> call(HttpMethod method, String path, @Nullable Object body) {
        String requestId = RequestId.current(); // of the caller: who fetches the token may be on another context
        return token.get()
                .chain(authorized -> attempt(method, path, body, authorized, requestId))
                .onFailure(InternalClient::nobodyThere)
                .retry()
                .atMost(replicas.size())
                .onFailure(this::mayAnswerElsewhere)
                .retry()
                .atMost(1)
                .onFailure(failure -> !(failure instanceof Refusal))
                .invoke(failure -> Log.warnf("%s failed: %s", path, failure))
                .onFailure(failure -> !(failure instanceof Refusal))
                .transform(failure -> Refusal.of(Kind.UNAVAILABLE, path + ": " + failure));
    }

    private Uni<HttpResponse<Buffer>> attempt(
            HttpMethod method, String path, @Nullable Object body, String authorized, @Nullable String requestId) {
        URI replica = replicas.next();
        var request = http.requestAbs(method, replica + path)
                .timeout(patience.toMillis())
                .putHeader("Authorization", "Bearer " + authorized)
                .putHeader("Content-Type", "application/json");
        if (requestId != null) {
            request.putHeader(RequestId.HEADER, requestId);
        }
        return (body == null ? request.send() : request.sendBuffer(Buffer.buffer(write(body))))
                .onFailure(failure -> failure instanceof ConnectException || failure instanceof TimeoutException)
                .invoke(() -> replicas.refused(replica));
    }

    /** No connection, or one that the other side had closed before it knew of us. */
    private static boolean nobodyThere(Throwable failure) {
        return failure instanceof ConnectException || failure instanceof HttpClosedException;
    }

    /** A replica that has just been started, or is about to go, may be slow; the call is repeatable. */
    private boolean mayAnswerElsewhere(Throwable failure) {
        return failure instanceof TimeoutException && replicas.size() > 1;
    }

    private <T> @Nullable T read(String path, HttpResponse<Buffer> response, Class<T> answer) {
        if (response.statusCode() == 404) {
            return null;
        }
        Kind no = PASSED_ON.get(response.statusCode());
        if (no != null) {
            throw Refusal.of(no, response.bodyAsJsonObject().getString("message"), "answered " + response.statusCode());
        }
        if (response.statusCode() / 100 != 2) {
            Log.warnf("%s was answered %d", path, response.statusCode());
            throw Refusal.of(Kind.UNAVAILABLE, "answered " + response.statusCode());
        }
        try {
            return json.readerFor(answer)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(response.bodyAsString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An internal answer cannot be read", e);
        }
    }

    private String write(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot be written as JSON", e);
        }
    }
}
