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
public final class Calls {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> gateways;
    private final AtomicInteger turn = new AtomicInteger();
    private final LongAdder repeats = new LongAdder();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public Calls(List<String> gateways) {
        this.gateways = gateways;
    }

    /** @throws IllegalStateException where nobody answers for longer than a patient caller would wait */
    public Answer insist(Ask ask) {
        var patience = new Patience();
        Answer answer = once(ask);
        while (!answer.isAnAnswer()) {
            if (patience.isOver()) {
                throw new IllegalStateException(
                        "%s: no answer in %s, the last one was %s".formatted(ask, patience, answer));
            }
            repeats.increment();
            Patience.pause(Duration.ofMillis(200));
            answer = once(ask);
        }
        return answer;
    }

    /** @throws IllegalStateException where the answer is another one */
    public Answer expect(int status, Ask ask) {
        Answer answer = insist(ask);
        if (answer.status() != status) {
            throw new IllegalStateException("%s of %s should be %d: %s".formatted(ask, ask.body(), status, answer));
        }
        return answer;
    }

    /** The same, where nobody needs to read the answer. */
    public void require(int status, Ask ask) {
        Answer unused = expect(status, ask);
    }

    /** For what must not be sent again. */
    public Answer once(Ask ask) {
        String gateway = gateways.get(Math.floorMod(turn.getAndIncrement(), gateways.size()));
        try {
            var request = HttpRequest.newBuilder(URI.create(gateway + ask.path()))
                    .timeout(ask.time())
                    .header("Content-Type", "application/json")
                    .method(
                            ask.method(),
                            ask.method().equals("GET")
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofString(JSON.writeValueAsString(ask.body())));
            ask.headers().forEach(request::header);
            var response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException noAnswer) {
            return Answer.NONE;
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted at " + ask, e);
        }
    }

    /** How many calls had to be made again. */
    public long repeats() {
        return repeats.sum();
    }
}
