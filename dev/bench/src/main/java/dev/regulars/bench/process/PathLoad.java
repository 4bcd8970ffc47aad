package dev.regulars.bench.process;

import dev.regulars.bench.measure.LoadResult;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Requests of this process, each for another path; {@link H2Load} repeats one.
 *
 * @param path of the next request
 */
public record PathLoad(String base, String bearer, Supplier<String> path) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final double NANOS = 1e9;
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Concurrent clients, each of which goes on when it has its response. */
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

    /**
     * Open loop at a fixed rate, whether earlier requests have finished or not. Each is timed from the moment when it was
     * due, so that a stall counts for all who would have met it.
     */
    public LoadResult open(double perSecond, Duration time) {
        long start = System.nanoTime();
        List<CompletableFuture<String>> sent = new ArrayList<>();
        for (int i = 0; i < perSecond * time.toSeconds(); i++) {
            long due = start + Math.round(i * NANOS / perSecond);
            sleepUntil(due);
            sent.add(send(due));
        }
        return LoadResult.of(sent.stream().map(CompletableFuture::join).toList());
    }

    private List<String> run(long end) {
        List<String> log = new ArrayList<>();
        while (System.nanoTime() < end) {
            log.add(send(System.nanoTime()).join());
        }
        return log;
    }

    private CompletableFuture<String> send(long due) {
        var request = HttpRequest.newBuilder(URI.create(base + path.get()))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + bearer)
                .build();
        return CLIENT.sendAsync(request, BodyHandlers.ofString()).thenApply(response -> line(due, response));
    }

    /** The count of errors does not say why, so their bodies are shown. */
    private static String line(long due, HttpResponse<String> response) {
        long took = System.nanoTime() - due;
        if (response.statusCode() / 100 != 2) {
            System.err.printf("%s returned %d %s%n", response.uri(), response.statusCode(), response.body());
        }
        return "%d\t%d\t%d".formatted(due / 1_000, response.statusCode(), took / 1_000);
    }

    private static void sleepUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
