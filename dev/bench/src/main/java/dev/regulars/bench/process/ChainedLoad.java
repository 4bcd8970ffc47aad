package dev.regulars.bench.process;

import dev.regulars.bench.measure.CpuTime;
import dev.regulars.bench.measure.LoadResult;
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
 * A closed loop of concurrent clients whose next request depends on the last response. Uses more CPU than
 * {@link H2Load} does: {@link #CPU} shows how much.
 */
public final class ChainedLoad {

    /** CPU of the bench itself, which runs the clients. */
    public static final CpuTime CPU = CpuTime.of("the client", ProcessHandle.current());

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HttpRequest.Builder request;
    private final String[] bodies;
    private final BinaryOperator<String> next;

    /**
     * @param first the first body of each client
     * @param next the next body, from the body sent and its response
     */
    public ChainedLoad(String url, String type, List<String> first, BinaryOperator<String> next) {
        this.request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).header("Content-Type", type);
        this.bodies = first.toArray(String[]::new);
        this.next = next;
    }

    /** Clients continue from their last response. */
    public LoadResult closed(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        try (var threads = Executors.newFixedThreadPool(bodies.length)) {
            List<Callable<List<String>>> load = IntStream.range(0, bodies.length)
                    .mapToObj(one -> (Callable<List<String>>) () -> run(one, end))
                    .toList();
            List<String> log = new ArrayList<>();
            for (var run : threads.invokeAll(load)) {
                log.addAll(run.get());
            }
            return LoadResult.of(log);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private List<String> run(int one, long end) throws IOException, InterruptedException {
        List<String> log = new ArrayList<>();
        while (System.nanoTime() < end) {
            var query =
                    request.copy().POST(BodyPublishers.ofString(bodies[one])).build();
            long sent = System.nanoTime();
            var response = CLIENT.send(query, BodyHandlers.ofString());
            long took = System.nanoTime() - sent;
            log.add("%d\t%d\t%d".formatted(sent / 1_000, response.statusCode(), took / 1_000));
            if (response.statusCode() == 200) {
                bodies[one] = next.apply(bodies[one], response.body());
            }
        }
        return log;
    }
}
