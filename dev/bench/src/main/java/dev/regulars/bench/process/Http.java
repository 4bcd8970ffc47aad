package dev.regulars.bench.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Calls for set-up and checks, which are not measured; retried on 503. */
public record Http(String base, Map<String, String> headers) {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** A service that starts may have the events of a whole row to consume. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int UNAVAILABLE = 503;
    private static final int TRIES = 25;
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public static Http bearer(String base, String credential) {
        return new Http(base, Map.of("Authorization", "Bearer " + credential));
    }

    public static Http anonymous(String base) {
        return new Http(base, Map.of());
    }

    public JsonNode post(String path, Object body) {
        return send("POST", path, text(body));
    }

    public JsonNode put(String path, Object body) {
        return send("PUT", path, text(body));
    }

    public void delete(String path) {
        JsonNode unused = send("DELETE", path, "");
    }

    public JsonNode get(String path) {
        return send("GET", path, "");
    }

    /** Whether it responds 200 there. */
    public boolean isOk(String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(2));
            return CLIENT.send(request.build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted", e);
        }
    }

    public static String text(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private JsonNode send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofString());
            for (int tries = 1; response.statusCode() == UNAVAILABLE && tries < TRIES; tries++) {
                Thread.sleep(PAUSE);
                response = CLIENT.send(request.build(), BodyHandlers.ofString());
            }
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException(
                        "%s %s returned %d %s".formatted(method, base + path, response.statusCode(), response.body()));
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + base + path + " got no response", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
