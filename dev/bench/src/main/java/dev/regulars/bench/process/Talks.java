package dev.regulars.bench.process;

import dev.regulars.bench.measure.Answers;
import dev.regulars.bench.measure.Cpu;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;

/**
 * Several who ask at once, each again as soon as it was answered, and with what the answer says. Takes more of the processors than
 * {@link Load} does: {@link #CPU} shows how much.
 */
public final class Talks {

    /** Of the bench itself, where they are at work. */
    public static final Cpu CPU = Cpu.of("the load", ProcessHandle.current());

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HttpRequest.Builder ask;
    private final String[] bodies;
    private final BinaryOperator<String> next;

    /**
     * @param first what each asks first
     * @param next what follows from a question and its answer
     */
    public Talks(String url, String type, List<String> first, BinaryOperator<String> next) {
        this.ask = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).header("Content-Type", type);
        this.bodies = first.toArray(String[]::new);
        this.next = next;
    }

    /** They go on where they were the last time. */
    public Answers closed(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        try (var threads = Executors.newFixedThreadPool(bodies.length)) {
            List<Callable<List<String>>> talks = IntStream.range(0, bodies.length)
                    .mapToObj(one -> (Callable<List<String>>) () -> talk(one, end))
                    .toList();
            List<String> log = new ArrayList<>();
            for (var talk : threads.invokeAll(talks)) {
                log.addAll(talk.get());
            }
            return Answers.of(log);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private List<String> talk(int one, long end) throws IOException, InterruptedException {
        List<String> log = new ArrayList<>();
        while (System.nanoTime() < end) {
            var question = ask.copy().POST(BodyPublishers.ofString(bodies[one])).build();
            long asked = System.nanoTime();
            var answer = CLIENT.send(question, BodyHandlers.ofString());
            long took = System.nanoTime() - asked;
            log.add("%d\t%d\t%d".formatted(asked / 1_000, answer.statusCode(), took / 1_000));
            if (answer.statusCode() == 200) {
                bodies[one] = next.apply(bodies[one], answer.body());
            }
        }
        return log;
    }
}
