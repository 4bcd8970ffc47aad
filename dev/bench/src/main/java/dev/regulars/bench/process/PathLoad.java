package dev.regulars.bench.process;

import dev.regulars.bench.measure.LoadResult;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A closed loop of concurrent clients, each request for another path; {@link H2Load} repeats one.
 *
 * @param path of the next request
 */
public record PathLoad(String base, String bearer, Supplier<String> path) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public LoadResult closed(int clients, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            List<Callable<List<String>>> load = IntStream.range(0, clients)
                    .mapToObj(one -> (Callable<List<String>>) () -> run(end))
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

    private List<String> run(long end) throws IOException, InterruptedException {
        List<String> log = new ArrayList<>();
        while (System.nanoTime() < end) {
            var request = HttpRequest.newBuilder(URI.create(base + path.get()))
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + bearer)
                    .build();
            long sent = System.nanoTime();
            int status = CLIENT.send(request, BodyHandlers.discarding()).statusCode();
            log.add("%d\t%d\t%d".formatted(sent / 1_000, status, (System.nanoTime() - sent) / 1_000));
        }
        return log;
    }
}
