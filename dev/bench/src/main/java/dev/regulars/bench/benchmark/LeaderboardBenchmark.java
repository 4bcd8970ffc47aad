package dev.regulars.bench.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.bench.environment.BenchEnvironment;
import dev.regulars.bench.environment.BenchSuite;
import dev.regulars.bench.environment.RankedMembers;
import dev.regulars.bench.environment.SyntheticUsers;
import dev.regulars.bench.environment.Tenant;
import dev.regulars.bench.measure.Contender;
import dev.regulars.bench.measure.CpuMeter;
import dev.regulars.bench.measure.CpuTime;
import dev.regulars.bench.measure.LoadResult;
import dev.regulars.bench.measure.Table;
import dev.regulars.bench.process.ChildProcess;
import dev.regulars.bench.process.Http;
import dev.regulars.bench.process.PathLoad;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** The rank of one of a million members and five neighbours on each side, while a tenth of the members change. */
public final class LeaderboardBenchmark implements Benchmark {

    private static final String SERVICE = "gamification-service";
    private static final String OURS = "a tenth changes in ten minutes";
    private static final String BUSY = "a tenth changes in a minute";
    private static final String COST = "CPU, µs per request";
    private static final Path JAR =
            Path.of(System.getProperty("repository"), SERVICE, "target/quarkus-app/quarkus-run.jar");
    private static final Duration TIME = Duration.ofSeconds(20);
    private static final Duration WARM_UP = Duration.ofSeconds(6);
    private static final Duration JVM_WARM_UP = Duration.ofSeconds(90);
    private static final int JVM_WARM_UP_CLIENTS = 4;
    /** Requests a second, open loop. */
    private static final int RATE = 50;

    /** What docs/sizing.md asks for: the directory and the ledger of a million members are in memory. */
    private static final String CACHE = "2G";

    private static final String CHANGES = "members changed/s";
    private static final int MOST_ATTEMPTS = 10;
    private static final int CHANGES_PER_MINUTE = RankedMembers.SIZE / 10;
    private static final int SECONDS = 60;
    private static final int MINUTES = 10;

    @Override
    public String name() {
        return "leaderboard";
    }

    @Override
    public Optional<String> missing() {
        return Optional.empty();
    }

    @Override
    public ReportSection measure(BenchEnvironment environment) {
        BenchSuite suite = environment.suite();
        Tenant tenant = environment.tenant();
        suite.kill(SERVICE);
        int port = suite.port(SERVICE);
        try (var members = new RankedMembers(suite.mongo(), tenant.communityId());
                var service =
                        ChildProcess.java(SERVICE, environment.folder(SERVICE), settings(suite, port), arguments())) {
            List<CpuTime> counted = List.of(
                    suite.cpu("gateway"),
                    service.awaitOk(suite.management(port), "/q/health/ready").cpu());
            environment.log("inserting %,d members with XP and a name".formatted(RankedMembers.SIZE));
            members.cache(CACHE);
            members.insert();
            Http api = Http.bearer(suite.gateway(), tenant.apiKey());
            String ranks = "/v1/leaderboards/" + board(api) + "/ranks/";
            double seconds = load(api, ranks);
            members.change(CHANGES_PER_MINUTE / SECONDS / MINUTES);
            var load = new PathLoad(suite.gateway(), tenant.apiKey(), () -> ranks + someone());
            LoadResult unused = load.closed(JVM_WARM_UP_CLIENTS, JVM_WARM_UP);
            List<CpuTime> others = suite.cpus("mongod", "identity-service");
            var ours = reader(OURS, CHANGES_PER_MINUTE / SECONDS / MINUTES, members, load, counted, others);
            var busy = reader(BUSY, CHANGES_PER_MINUTE / SECONDS, members, load, counted, others);
            return section(environment.runs(TIME).run("leaderboard", List.of(ours, busy)), seconds);
        } finally {
            suite.start(SERVICE);
        }
    }

    private static Contender reader(
            String name,
            int changesPerSecond,
            RankedMembers members,
            PathLoad load,
            List<CpuTime> counted,
            List<CpuTime> others) {
        return new Contender(name, WARM_UP, time -> {
            members.change(changesPerSecond);
            CpuMeter meter = CpuMeter.start(counted, others);
            long before = members.changed();
            LoadResult result = load.open(RATE, time);
            return result.after(meter.per(result.count(), COST))
                    .and(CHANGES, (members.changed() - before) / result.seconds());
        });
    }

    private static Map<String, String> settings(BenchSuite suite, int port) {
        Map<String, String> settings = new HashMap<>(suite.settings(port));
        settings.put("REGULARS_IDENTITY_URLS", suite.address("identity-service"));
        return settings;
    }

    /** Room for the tree of a million, of which other collectors scan at each collection all that changed. */
    private static List<String> arguments() {
        return List.of("-Xmx1g", "-XX:-UseSerialGC", "-XX:+UseZGC", "-jar", JAR.toString());
    }

    private static String board(Http api) {
        Map<String, ?> board = Map.of(
                "name", "Bench",
                "slug", "bench",
                "rankingField", "xp",
                "displayedFields", List.of("score"),
                "startDate", "2026-01-01",
                "isEnabled", true);
        return api.post("/v1/leaderboards", board).path("data").path("_id").asText();
    }

    private static String someone() {
        return SyntheticUsers.accountId(ThreadLocalRandom.current().nextInt(RankedMembers.SIZE));
    }

    /** Seconds from the first request until there is an answer. */
    private static double load(Http api, String ranks) {
        long begun = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try {
                JsonNode rank = api.get(ranks + someone()).path("data");
                if (rank.path("total").asInt() != RankedMembers.SIZE
                        || rank.path("neighbours").size() < 6) {
                    throw new IllegalArgumentException("Not the rank of one of a million: " + rank);
                }
                return (System.nanoTime() - begun) / 1e9;
            } catch (IllegalStateException stillLoading) {
                if (attempt == MOST_ATTEMPTS) {
                    throw stillLoading;
                }
            }
        }
    }

    private static ReportSection section(Table table, double seconds) {
        return new ReportSection(
                "Leaderboard",
                "Exact rank and five neighbours on each side of one of %,d members, another one in each request, through the gateway with an API key: `GET /v1/leaderboards/{id}/ranks/{userId}`. %d requests a second by the process of the bench, open loop, each timed from when it was due. CPU is that of gateway and gamification-service. Meanwhile random members get more XP, a tenth of all within ten minutes or, without a bar, within one, which is nearly as many as such a machine can award. Their documents are written straight to the ledger's collection, ten bulks a second, so CPU is without that of awarding; mongod's is with these writes and with the looks at who has changed. It has 2 GiB of cache, as [sizing](../sizing.md) asks for; gamification-service has a heap of 1 GiB and ZGC."
                        .formatted(RankedMembers.SIZE, RATE),
                List.of(table),
                List.of(Budget.atMost(20, "p99 in ms", table.median(OURS, HttpContender.P99))),
                List.of("Loading the order of the board took %.1f s, once.".formatted(seconds)));
    }
}
