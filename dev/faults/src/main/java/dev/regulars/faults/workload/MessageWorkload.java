package dev.regulars.faults.workload;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.faults.scenario.message.MessageStream;
import dev.regulars.faults.suite.ApiRequest;
import dev.regulars.faults.suite.ApiResponse;
import dev.regulars.faults.suite.Deadline;
import dev.regulars.faults.workload.fixture.Fixture;
import dev.regulars.faults.workload.fixture.NumberedTasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Eight writers with forced time-outs and repeats. Every message is in the channel once, places rise, and each reader of the live
 * stream has seen each message once although its connection breaks off twice.
 */
record MessageWorkload(Fixture fixture) implements Workload {

    static final int MESSAGES = 5_000;

    private static final int WRITERS = 8;
    private static final int READERS = 3;
    private static final int CUT_ONE_IN = 5;
    private static final int REPEATED_ONE_IN = 7;
    private static final int PAGE = 200;
    private static final Duration AT_ONCE = Duration.ofMillis(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final List<String> VICTIMS = List.of("messaging-service", "messaging-service-2");

    @Override
    public String name() {
        return "messages";
    }

    @Override
    public List<String> run() {
        List<MessageStream> readers =
                Stream.generate(this::reader).limit(READERS).toList();
        boolean follow = new Deadline().await(() -> readers.stream().allMatch(MessageStream::isConnected));
        if (!follow) {
            return List.of("No live stream");
        }
        var writing = NumberedTasks.start(WRITERS, MESSAGES, this::write);
        Thread breaks = Thread.ofPlatform().daemon().start(() -> breakOff(readers, writing));
        fixture.kills().during(writing, VICTIMS);
        List<String> violations = new ArrayList<>(writing.await());
        join(breaks);
        checkChannel(violations);
        readers.forEach(reader -> checkReader(reader, violations));
        return violations;
    }

    private MessageStream reader() {
        return new MessageStream(
                fixture.demo().gateway(),
                fixture.demo().apiKey(),
                fixture.demo().channel().objectId());
    }

    private String text(int number) {
        return "message " + fixture.run() + " " + number;
    }

    private void write(int number) {
        ApiRequest send = fixture.message(text(number));
        if (number % CUT_ONE_IN == 0) {
            ApiResponse unused = fixture.client().sendOnce(send.withTimeout(AT_ONCE));
        }
        fixture.client().require(200, send);
        if (number % REPEATED_ONE_IN == 0) {
            fixture.client().require(200, send);
        }
    }

    /** Each reader at a third and at two thirds of the work. */
    private static void breakOff(List<MessageStream> readers, NumberedTasks writing) {
        for (double at : new double[] {1 / 3.0, 2 / 3.0}) {
            while (writing.progress() < at) {
                Deadline.pause(BETWEEN_LOOKS);
            }
            readers.forEach(MessageStream::breakOff);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private void checkChannel(List<String> violations) {
        Set<String> texts = new HashSet<>();
        int messages = 0;
        long last = -1;
        for (JsonNode page = after(0); !page.isEmpty(); page = after(last)) {
            for (JsonNode entry : page) {
                long seq = entry.path("seq").asLong();
                if (seq <= last) {
                    violations.add("Place %d follows %d".formatted(seq, last));
                    return;
                }
                last = seq;
                String text = entry.path("message").asText();
                if (text.startsWith("message " + fixture.run())) {
                    messages++;
                    texts.add(text);
                }
            }
        }
        Fixture.compare("messages in the channel", MESSAGES, messages, violations);
        Fixture.compare("different ones", MESSAGES, texts.size(), violations);
    }

    private JsonNode after(long seq) {
        return fixture.get("/v1/communities/%s/channels/%s/messages?limit=%d&since=%d"
                .formatted(
                        fixture.demo().community().objectId(),
                        fixture.demo().channel().objectId(),
                        PAGE,
                        seq));
    }

    private void checkReader(MessageStream reader, List<String> violations) {
        boolean complete = new Deadline().await(() -> missing(reader) == 0);
        if (!complete) {
            violations.add("A reader missed %d messages".formatted(missing(reader)));
        }
        violations.addAll(reader.violations());
        fixture.out().printf("  a reader saw all over %d connections%n", reader.connections());
    }

    private long missing(MessageStream reader) {
        long missing = 0;
        for (int i = 0; i < MESSAGES; i++) {
            missing += reader.saw(text(i)) ? 0 : 1;
        }
        return missing;
    }
}
