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

/** Somebody with a watch. */
final class TimedClient {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param nanos from the call to the last byte of its answer */
    record Answer(int status, String body, long nanos) {}

    private final String gateway;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    TimedClient(String gateway) {
        this.gateway = gateway;
    }

    Answer post(String path, Map<String, ?> body, @Nullable String credential) {
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
            return new Answer(response.statusCode(), response.body(), System.nanoTime() - startedAt);
        } catch (IOException e) {
            throw new IllegalStateException(path + " was not answered", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted at " + path, e);
        }
    }

    /** Fails where an answer has none of these statuses: its time would tell of something else. */
    Answer post(String path, Map<String, ?> body, @Nullable String credential, List<Integer> expected) {
        Answer response = post(path, body, credential);
        if (!expected.contains(response.status())) {
            throw new IllegalStateException(
                    "%s was answered %d %s".formatted(path, response.status(), response.body()));
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
