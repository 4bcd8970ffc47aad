package dev.regulars.faults.suite;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Somebody who does not give up: through each gateway in turn, until there is an answer. */
public final class RetryingClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> gateways;
    private final AtomicInteger turn = new AtomicInteger();
    private final LongAdder repeats = new LongAdder();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public RetryingClient(List<String> gateways) {
        this.gateways = gateways;
    }

    /** @throws IllegalStateException where nobody answers for longer than a patient caller would wait */
    public ApiResponse sendUntilAnswered(ApiRequest request) {
        var deadline = new Deadline();
        ApiResponse response = sendOnce(request);
        while (!response.isDefinite()) {
            if (deadline.isPassed()) {
                throw new IllegalStateException(
                        "%s: no answer in %s, the last one was %s".formatted(request, deadline, response));
            }
            repeats.increment();
            Deadline.pause(Duration.ofMillis(200));
            response = sendOnce(request);
        }
        return response;
    }

    /** @throws IllegalStateException where the answer is another one */
    public ApiResponse expect(int status, ApiRequest request) {
        ApiResponse response = sendUntilAnswered(request);
        if (response.status() != status) {
            throw new IllegalStateException(
                    "%s of %s should be %d: %s".formatted(request, request.body(), status, response));
        }
        return response;
    }

    /** The same, where nobody needs to read the answer. */
    public void require(int status, ApiRequest request) {
        ApiResponse unused = expect(status, request);
    }

    /** For what must not be sent again. */
    public ApiResponse sendOnce(ApiRequest request) {
        String gateway = gateways.get(Math.floorMod(turn.getAndIncrement(), gateways.size()));
        try {
            var builder = HttpRequest.newBuilder(URI.create(gateway + request.path()))
                    .timeout(request.timeout())
                    .header("Content-Type", "application/json")
                    .method(
                            request.method(),
                            request.method().equals("GET")
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofString(JSON.writeValueAsString(request.body())));
            request.headers().forEach(builder::header);
            var response = http.send(builder.build(), BodyHandlers.ofString());
            return new ApiResponse(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException noAnswer) {
            return ApiResponse.NONE;
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted at " + request, e);
        }
    }

    /** How many calls had to be made again. */
    public long repeats() {
        return repeats.sum();
    }
}
