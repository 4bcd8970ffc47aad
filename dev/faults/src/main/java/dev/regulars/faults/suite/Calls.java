package dev.regulars.faults.suite;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** A partner that does not give up: through each gateway in turn, under one key, until there is an answer. */
public final class Calls {

    /** Short, so that a repeat comes while its first is still at work. */
    private static final Duration FOR_ONE = Duration.ofSeconds(5);

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the suite said. */
    public record Answer(int status, JsonNode body) {

        private static final Answer NONE = new Answer(0, JSON.missingNode());

        public boolean isYes() {
            return status / 100 == 2;
        }

        private boolean isAnAnswer() {
            return status > 0 && status < 500;
        }
    }

    private final List<String> gateways;
    private final String apiKey;
    private final AtomicInteger turn = new AtomicInteger();
    private final LongAdder repeats = new LongAdder();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public Calls(List<String> gateways, String apiKey) {
        this.gateways = gateways;
        this.apiKey = apiKey;
    }

    /** @throws IllegalStateException where nobody answers for longer than a patient caller would wait */
    public Answer post(String path, Map<String, ?> body, String key) {
        var patience = new Patience();
        Answer answer = attempt(path, body, key);
        while (!answer.isAnAnswer()) {
            if (patience.isOver()) {
                throw new IllegalStateException("POST %s with key %s: no answer in %s, the last one was %s"
                        .formatted(path, key, patience, answer));
            }
            repeats.increment();
            Patience.pause(Duration.ofMillis(200));
            answer = attempt(path, body, key);
        }
        return answer;
    }

    /** How many calls had to be made again. */
    public long repeats() {
        return repeats.sum();
    }

    private Answer attempt(String path, Map<String, ?> body, String key) {
        String gateway = gateways.get(Math.floorMod(turn.getAndIncrement(), gateways.size()));
        try {
            var request = HttpRequest.newBuilder(URI.create(gateway + path))
                    .timeout(FOR_ONE)
                    .header("Authorization", "Bearer " + apiKey)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", key)
                    .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build();
            var response = http.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException noAnswer) {
            return Answer.NONE;
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted at POST " + path, e);
        }
    }
}
