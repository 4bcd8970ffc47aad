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

/** An API client that retries through each gateway in turn until it gets a definite response. */
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

    /** @throws IllegalStateException where there is no definite response before the deadline */
    public ApiResponse sendUntilAnswered(ApiRequest request) {
        var deadline = new Deadline();
        ApiResponse response = sendOnce(request);
        while (!response.isDefinite()) {
            if (deadline.isPassed()) {
                throw new IllegalStateException(
                        "%s: no definite response in %s, last %s".formatted(request, deadline, response));
            }
            repeats.increment();
            Deadline.pause(Duration.ofMillis(200));
            response = sendOnce(request);
        }
        return response;
    }

    /** @throws IllegalStateException where the status is another one */
    public ApiResponse expect(int status, ApiRequest request) {
        ApiResponse response = sendUntilAnswered(request);
        if (response.status() != status) {
            throw new IllegalStateException(
                    "%s with %s: expected %d, got %s".formatted(request, request.body(), status, response));
        }
        return response;
    }

    /** The same for callers that ignore the response. */
    public void require(int status, ApiRequest request) {
        ApiResponse unused = expect(status, request);
    }

    /** For requests that must not be repeated. */
    public ApiResponse sendOnce(ApiRequest request) {
        String gateway = gateways.get(Math.floorMod(turn.getAndIncrement(), gateways.size()));
        try {
            var builder = HttpRequest.newBuilder(URI.create(gateway + request.path()))
                    .timeout(request.timeout())
                    .header("Content-Type", request.contentType())
                    .method(
                            request.method(),
                            request.method().equals("GET")
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofString(request.content(JSON)));
            request.headers().forEach(builder::header);
            var response = http.send(builder.build(), BodyHandlers.ofString());
            return new ApiResponse(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException noAnswer) {
            return ApiResponse.NONE;
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted at " + request, e);
        }
    }

    /** The number of retries. */
    public long repeats() {
        return repeats.sum();
    }
}
