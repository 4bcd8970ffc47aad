package dev.regulars.faults.timing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An API client that measures response times. */
final class TimedClient {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param nanos from the request to the last byte of the response */
    record Response(int status, String body, long nanos) {}

    private final String gateway;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    TimedClient(String gateway) {
        this.gateway = gateway;
    }

    Response post(String path, Map<String, ?> body, @Nullable String credential) {
        var request = HttpRequest.newBuilder(URI.create(gateway + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json(body)));
        if (credential != null) {
            request.header("Authorization", "Bearer " + credential);
        }
        long startedAt = System.nanoTime();
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            return new Response(response.statusCode(), response.body(), System.nanoTime() - startedAt);
        } catch (IOException e) {
            throw new IllegalStateException(path + " got no response", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted at " + path, e);
        }
    }

    /** Throws where the status is another one: its time would belong to another code path. */
    Response post(String path, Map<String, ?> body, @Nullable String credential, List<Integer> expected) {
        Response response = post(path, body, credential);
        if (!expected.contains(response.status())) {
            throw new IllegalStateException("%s returned %d %s".formatted(path, response.status(), response.body()));
        }
        return response;
    }

    private static String json(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
