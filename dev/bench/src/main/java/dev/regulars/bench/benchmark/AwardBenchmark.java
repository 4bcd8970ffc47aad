package dev.regulars.bench.benchmark;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import dev.regulars.bench.environment.BenchEnvironment;
import dev.regulars.bench.environment.BenchSuite;
import dev.regulars.bench.environment.EventPublisher;
import dev.regulars.bench.measure.Contender;
import dev.regulars.bench.measure.CpuMeter;
import dev.regulars.bench.measure.CpuTime;
import dev.regulars.bench.measure.Sample;
import dev.regulars.bench.measure.Table;
import dev.regulars.bench.peer.ParseServer;
import dev.regulars.bench.process.Await;
import dev.regulars.bench.process.H2Load;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** Awards to members: events on Kafka here, increments with a log entry there. Kills other consumers, so it runs last. */
public final class AwardBenchmark implements Benchmark {

    private static final Duration TIME = Duration.ofSeconds(6);
    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final String OURS = "gamification-service";
    private static final String HOT = "gamification-service, one hot member";
    private static final String PARSE = "Parse Server";
    private static final String COST = "CPU, µs per award";
    private static final String RATE = "awards/s";
    private static final int CONNECTIONS = 8;

    @Override
    public String name() {
        return "award";
    }

    @Override
    public Optional<String> missing() {
        return H2Load.missing();
    }

    @Override
    public ReportSection measure(BenchEnvironment environment) {
        BenchSuite suite = environment.suite();
        String community = environment.tenant().communityId();
        suite.killOtherConsumers(OURS);
        try (var events = new EventPublisher(suite.kafka());
                MongoClient mongo = MongoClients.create(suite.mongo())) {
            var postings = mongo.getDatabase("gamification").getCollection("postings");
            var many = new Burst(suite, postings, count -> events.sendSessions(community, count, false));
            var one = new Burst(suite, postings, count -> events.sendSessions(community, count, true));
            List<Contender> contenders = new ArrayList<>(
                    List.of(new Contender(OURS, WARM_UP, many::run), new Contender(HOT, WARM_UP, one::run)));
            if (!ParseServer.isAvailable()) {
                return section(environment.runs(TIME).run("award", contenders), List.of(ParseServer.MISSING));
            }
            try (var parse = ParseServer.start(environment.folder("parse-awards"), suite.mongo())) {
                parse.checkAwards();
                List<CpuTime> counted = List.of(parse.cpu());
                contenders.add(new Contender(PARSE, WARM_UP, time -> parse(suite, parse, counted, time)));
                return section(environment.runs(TIME).run("award", contenders), List.of());
            }
        }
    }

    private static Sample parse(BenchSuite suite, ParseServer parse, List<CpuTime> counted, Duration time) {
        CpuMeter meter = CpuMeter.start(counted, suite.cpus("mongod"));
        var result = parse.awards().closed(CONNECTIONS, time.compareTo(TIME) < 0 ? TIME : time); // a request takes long
        int awards = result.count() * ParseServer.AWARDS_PER_REQUEST;
        return meter.per(awards, COST).and(RATE, awards / result.seconds());
    }

    /** How many events are published at once. */
    private interface Publisher {

        /** Returns the number of awards, which is that of the events without the repeats. */
        int send(int count);
    }

    /** As many events as are done in a given time; it ends when the last balance is committed. */
    private static final class Burst {

        private final BenchSuite suite;
        private final MongoCollection<Document> postings;
        private final Publisher publisher;
        private double perSecond = 500;

        Burst(BenchSuite suite, MongoCollection<Document> postings, Publisher publisher) {
            this.suite = suite;
            this.postings = postings;
            this.publisher = publisher;
        }

        Sample run(Duration time) {
            long before = postings.estimatedDocumentCount();
            CpuMeter meter = CpuMeter.start(suite.cpus(OURS), suite.cpus("mongod", "kafka"));
            long startedAt = System.nanoTime();
            int awards = publisher.send((int) (perSecond * time.toMillis() / 1e3));
            Await.until("all committed", PATIENCE, PAUSE, () -> postings.estimatedDocumentCount() >= before + awards);
            double seconds = (System.nanoTime() - startedAt) / 1e9;
            perSecond = awards / seconds;
            return meter.per(awards, COST).and(RATE, perSecond);
        }
    }

    private static ReportSection section(Table table, List<String> notes) {
        return new ReportSection(
                "Awards",
                "Closed sessions, of which the ledger counts the time, are published straight to `community.events`: a tenth of them twice, every third to one of three members, the others over 100,000. An award counts once its balance and its posting are committed together; its event is published, too. Parse Server increments a number and writes a log entry, %d pairs in a request of its batch API, on the same mongod, not in one transaction and without recognizing repeats. The other consumers of these events are stopped."
                        .formatted(ParseServer.AWARDS_PER_REQUEST),
                List.of(table),
                List.of(
                        Budget.atLeast(10, "× Parse Server's awards per CPU-second", table.ratio(COST, PARSE, OURS)),
                        Budget.atLeast(10, "× Parse Server's awards/s", table.ratio(RATE, OURS, PARSE)),
                        Budget.atMost(1.1, "× the CPU for one hot member", table.ratio(COST, HOT, OURS))),
                notes);
    }
}
