package dev.regulars.sandbox.seed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** A client of the public API for seeding; retries while a service is not available yet. */
public record SeedClient(String gateway, String credential) {

    private static final int TRIES = 30;
    /** 404: what one service made a moment ago another one may not know yet. */
    private static final Set<Integer> UNAVAILABLE = Set.of(404, 502, 503);

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    public static SeedClient anonymous(String gateway) {
        return new SeedClient(gateway, "");
    }

    public SeedClient as(String bearer) {
        return new SeedClient(gateway, bearer);
    }

    /** Returns the data inside the family's envelope. */
    public JsonNode post(String path, Map<String, ?> body) {
        return data("POST", path, body);
    }

    public JsonNode put(String path, Map<String, ?> body) {
        return data("PUT", path, body);
    }

    private JsonNode data(String method, String path, Map<String, ?> body) {
        try {
            JsonNode answer = JSON.readTree(exchange(method, path, body));
            return answer.has("body") ? answer.path("body") : answer.path("data");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Seeding failed: " + method + " " + path + " did not answer JSON", e);
        }
    }

    public void postAndDiscard(String path, Map<String, ?> body) {
        String unused = exchange("POST", path, body);
    }

    public void putAndDiscard(String path, Map<String, ?> body) {
        String unused = exchange("PUT", path, body);
    }

    public void patchAndDiscard(String path, Map<String, ?> body) {
        String unused = exchange("PATCH", path, body);
    }

    private String exchange(String method, String path, Map<String, ?> body) {
        String key = UUID.randomUUID().toString();
        HttpResponse<String> answer = send(method, path, body, key);
        for (int tries = 1; UNAVAILABLE.contains(answer.statusCode()) && tries < TRIES; tries++) {
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            answer = send(method, path, body, key);
        }
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(
                    "Seeding failed: %s %s returned %d %s".formatted(method, path, answer.statusCode(), answer.body()));
        }
        return answer.body();
    }

    private HttpResponse<String> send(String method, String path, Map<String, ?> body, String key) {
        try {
            var request = HttpRequest.newBuilder(URI.create(gateway + path))
                    .timeout(Duration.ofSeconds(30))
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", key)
                    .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
            if (!credential.isEmpty()) {
                request.header("Authorization", "Bearer " + credential);
            }
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("Seeding failed: " + method + " " + path + " got no answer (" + e + ")", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Seeding was interrupted", e);
        }
    }
}
