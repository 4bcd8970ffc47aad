package dev.regulars.bench.benchmark;

import static com.mongodb.client.model.Filters.gte;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import dev.regulars.bench.environment.BenchEnvironment;
import dev.regulars.bench.environment.BenchSuite;
import dev.regulars.bench.measure.Contender;
import dev.regulars.bench.measure.CpuMeter;
import dev.regulars.bench.measure.CpuTime;
import dev.regulars.bench.measure.LoadResult;
import dev.regulars.bench.measure.Sample;
import dev.regulars.bench.measure.Table;
import dev.regulars.bench.process.Await;
import dev.regulars.bench.process.ChildProcess;
import dev.regulars.bench.process.H2Load;
import dev.regulars.local.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The cost of publishing an event with its write. */
public final class WriteBenchmark implements Benchmark {

    private static final int CONNECTIONS = 16;
    private static final String WITH = "with event";
    private static final String WITHOUT = "without event";
    private static final String COST = "CPU of service and mongod, µs per write";
    private static final String NOTE = """
            {"author": "ben", "text": "A note of a length that people write, which is a sentence or two."}""";
    private static final Path JAR =
            Path.of(System.getProperty("repository"), "dev/bench/writer/target/quarkus-app/quarkus-run.jar");

    @Override
    public String name() {
        return "write";
    }

    @Override
    public Optional<String> missing() {
        return H2Load.missing();
    }

    @Override
    public ReportSection measure(BenchEnvironment environment) {
        BenchSuite suite = environment.suite();
        int port = Ports.free();
        String address = "http://127.0.0.1:" + port;
        try (var app = ChildProcess.java(
                        "writer", environment.folder("writer"), suite.settings(port), List.of("-jar", JAR.toString()));
                var mongo = MongoClients.create(suite.mongo())) {
            List<CpuTime> counted = List.of(
                    app.awaitOk(suite.management(port), "/q/health/ready").cpu(), suite.cpu("mongod"));
            var writer = new Writer(
                    address, mongo.getDatabase("bench").getCollection("notes"), counted, suite.cpus("kafka"));
            Table table = environment
                    .runs(Duration.ofSeconds(7))
                    .run("write", List.of(writer.contender(WITHOUT), writer.contender(WITH)));
            return new ReportSection(
                    "A write with its event",
                    "The same document, written by the smallest application with an outbox (`dev/bench/writer`), %d connections, closed loop. All events are published and removed from their documents before the CPU time is read."
                            .formatted(CONNECTIONS),
                    List.of(table),
                    List.of(Budget.atMost(2, "× the CPU of the write alone", table.ratio(COST, WITH, WITHOUT))),
                    List.of());
        }
    }

    private record Writer(
            String address, MongoCollection<Document> notes, List<CpuTime> counted, List<CpuTime> alsoShown) {

        /** Matches the outbox's partial index. */
        private static final Bson PENDING = gte("outbox.0.at", Instant.EPOCH);

        Contender contender(String name) {
            var load = new H2Load(
                    address + "/internal/notes/" + name.replace(' ', '-'),
                    Map.of("Content-Type", "application/json"),
                    NOTE);
            return new Contender(name, Duration.ofSeconds(40), time -> write(load, time));
        }

        private Sample write(H2Load load, Duration time) {
            CpuMeter meter = CpuMeter.start(counted, alsoShown);
            LoadResult result = load.closed(CONNECTIONS, time);
            long answered = System.nanoTime();
            Await.until("all events published", Duration.ofSeconds(60), Duration.ofMillis(50), this::isOutboxEmpty);
            double drainSeconds = (System.nanoTime() - answered) / 1e9;
            return result.after(meter.per(result.count(), COST))
                    .and("seconds until all events were published", drainSeconds);
        }

        private boolean isOutboxEmpty() {
            return notes.find(PENDING).limit(1).first() == null;
        }
    }
}
