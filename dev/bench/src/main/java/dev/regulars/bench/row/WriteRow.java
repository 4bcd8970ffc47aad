package dev.regulars.bench.row;

import static com.mongodb.client.model.Filters.gte;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import dev.regulars.bench.measure.Answers;
import dev.regulars.bench.measure.Cpu;
import dev.regulars.bench.measure.Meter;
import dev.regulars.bench.measure.Sample;
import dev.regulars.bench.measure.Side;
import dev.regulars.bench.measure.Table;
import dev.regulars.bench.process.Child;
import dev.regulars.bench.process.Load;
import dev.regulars.bench.process.Patience;
import dev.regulars.bench.stage.Stage;
import dev.regulars.bench.stage.Suite;
import dev.regulars.local.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** What an event costs that leaves with the write it tells of. */
public final class WriteRow implements Row {

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
        return Load.missing();
    }

    @Override
    public Chapter measure(Stage stage) {
        Suite suite = stage.suite();
        int port = Ports.free();
        String address = "http://127.0.0.1:" + port;
        try (var app = Child.java(
                        "writer", stage.folder("writer"), suite.settings(port), List.of("-jar", JAR.toString()));
                var mongo = MongoClients.create(suite.mongo())) {
            List<Cpu> counted = List.of(app.awaitOk(address, "/q/health/ready").cpu(), suite.cpu("mongod"));
            var writer = new Writer(
                    address, mongo.getDatabase("bench").getCollection("notes"), counted, suite.cpus("kafka"));
            Table table =
                    stage.series(Duration.ofSeconds(7)).play("write", List.of(writer.side(WITHOUT), writer.side(WITH)));
            return new Chapter(
                    "A write with its event",
                    "The same document, written by the smallest application with an outbox (`dev/bench/writer`), %d connections, closed loop. An event has left, and has been taken out of its document, before the processor time is read."
                            .formatted(CONNECTIONS),
                    List.of(table),
                    List.of(Bar.atMost(2, "× the CPU of the write alone", table.ratio(COST, WITH, WITHOUT))),
                    List.of());
        }
    }

    private record Writer(String address, MongoCollection<Document> notes, List<Cpu> counted, List<Cpu> beside) {

        /** As the outbox's own index wants to be asked. */
        private static final Bson WAITING = gte("outbox.0.at", Instant.EPOCH);

        Side side(String name) {
            var load = new Load(
                    address + "/internal/notes/" + name.replace(' ', '-'),
                    Map.of("Content-Type", "application/json"),
                    NOTE);
            return new Side(name, Duration.ofSeconds(40), time -> write(load, time));
        }

        private Sample write(Load load, Duration time) {
            Meter meter = Meter.start(counted, beside);
            Answers answers = load.closed(CONNECTIONS, time);
            long answered = System.nanoTime();
            Patience.until("all events told", Duration.ofSeconds(60), Duration.ofMillis(50), this::isAllTold);
            double later = (System.nanoTime() - answered) / 1e9;
            return answers.after(meter.per(answers.count(), COST)).and("seconds until all was told", later);
        }

        private boolean isAllTold() {
            return notes.find(WAITING).limit(1).first() == null;
        }
    }
}
