package dev.regulars.bench.benchmark.stream;

import dev.regulars.bench.benchmark.Benchmark;
import dev.regulars.bench.benchmark.Budget;
import dev.regulars.bench.benchmark.ReportSection;
import dev.regulars.bench.environment.BenchEnvironment;
import dev.regulars.bench.environment.BenchSuite;
import dev.regulars.bench.measure.Contender;
import dev.regulars.bench.measure.Sample;
import dev.regulars.bench.measure.Table;
import dev.regulars.bench.process.Http;
import dev.regulars.sandbox.seed.Demo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A thousand clients of one channel. */
public final class StreamBenchmark implements Benchmark {

    private static final int CLIENTS = 1_000;
    private static final int AGAIN = 500;
    private static final Duration TIME = Duration.ofSeconds(6);
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final String SIDE = "gateway + messaging-service";
    private static final String P99 = "post → received, p99 ms";
    private static final String P50 = "p50 ms";
    private static final String AFRESH = "s until 500 follow again";
    private static final String NOT_READY = "looks at readiness that failed";
    private static final double NANOS_PER_MS = 1e6;

    @Override
    public String name() {
        return "stream";
    }

    @Override
    public Optional<String> missing() {
        return Files.exists(Path.of("/proc/self/status"))
                ? Optional.empty()
                : Optional.of("resident memory is read in /proc");
    }

    @Override
    public ReportSection measure(BenchEnvironment environment) {
        BenchSuite suite = environment.suite();
        Demo demo = suite.demo();
        String channel = demo.channel().objectId();
        try (var sockets = new StreamSockets(suite.gateway(), demo.apiKey(), channel)) {
            sockets.open(1); // all that is made only once
            long before = resident(suite);
            sockets.open(CLIENTS - 1);
            double memory = (resident(suite) - before) / (double) (CLIENTS - 1);
            environment.log("%,d sockets: %.0f KiB each".formatted(sockets.size(), memory));
            Http api = Http.bearer(suite.gateway(), demo.apiKey());
            Map<String, String> message = Map.of(
                    "channelId",
                    channel,
                    "message",
                    "To a thousand",
                    "sender",
                    demo.member().email());
            Contender clients = new Contender(SIDE, WARM_UP, time -> send(sockets, api, message, time));
            Table latency = environment.runs(TIME).run("messages to 1,000 sockets", List.of(clients));
            Contender storm = new Contender(SIDE, Duration.ZERO, time -> reconnect(suite, sockets));
            Table storms = environment.runs(TIME).run("500 clients come again", List.of(storm));
            return section(latency, storms, memory);
        }
    }

    private static Sample send(StreamSockets sockets, Http api, Map<String, String> message, Duration time) {
        List<Long> took = new ArrayList<>();
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            long sent = System.nanoTime();
            sockets.receive(() -> {
                        var unused = api.post("/apis/v1/messages/send", message);
                    })
                    .forEach(at -> took.add(at - sent));
        }
        Collections.sort(took);
        return Sample.EMPTY.and(P99, quantile(took, 0.99)).and(P50, quantile(took, 0.5));
    }

    private static double quantile(List<Long> sorted, double part) {
        return sorted.get((int) Math.ceil(part * sorted.size()) - 1) / NANOS_PER_MS;
    }

    private static Sample reconnect(BenchSuite suite, StreamSockets sockets) {
        var over = new AtomicBoolean();
        var failed = new AtomicInteger();
        Http management = Http.anonymous(suite.management(suite.port("messaging-service")));
        Thread looks = Thread.ofPlatform().start(() -> {
            while (!over.get()) {
                if (!management.isOk("/q/health/ready")) {
                    failed.incrementAndGet();
                }
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        });
        sockets.abort(AGAIN);
        long start = System.nanoTime();
        sockets.open(AGAIN);
        double seconds = (System.nanoTime() - start) / NANOS_PER_MS / 1_000;
        over.set(true);
        try {
            looks.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted", e);
        }
        return Sample.EMPTY.and(AFRESH, seconds).and(NOT_READY, failed.get());
    }

    /** KiB of the two processes that hold the sockets. */
    private static long resident(BenchSuite suite) {
        return Stream.of("gateway", "messaging-service")
                .mapToLong(part -> resident(suite.process(part).pid()))
                .sum();
    }

    private static long resident(long pid) {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReportSection section(Table latency, Table storms, double memory) {
        return new ReportSection(
                "Live stream",
                "1,000 WebSockets of this process follow one channel through the gateway. A message is sent as soon as all have the one before; a figure is the time from before the call to each client's receipt. Memory is what both processes grew by, divided by the sockets, garbage included. Then half of the clients break off and come again at once, three times, while readiness is asked for every 50 ms.",
                List.of(latency, storms),
                List.of(Budget.atMost(0, NOT_READY, storms.median(SIDE, NOT_READY))),
                List.of("%.0f KiB resident per idle socket, in both processes together.".formatted(memory)));
    }
}
