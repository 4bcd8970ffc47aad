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
    private static final String OURS = "gateway + " + SERVICE;
    private static final String COST = "CPU, µs per request";
    private static final Path JAR =
            Path.of(System.getProperty("repository"), SERVICE, "target/quarkus-app/quarkus-run.jar");
    private static final Duration TIME = Duration.ofSeconds(20);
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final int CLIENTS = 2;
    private static final int MOST_ATTEMPTS = 10;
    /** A tenth of the members in three runs. */
    private static final int CHANGES_PER_SECOND = RankedMembers.SIZE / 10 / 60;

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
            environment.log("inserting %,d members with XP".formatted(RankedMembers.SIZE));
            members.insert();
            Http api = Http.bearer(suite.gateway(), tenant.apiKey());
            String ranks = "/v1/leaderboards/" + board(api) + "/ranks/";
            double seconds = load(api, ranks);
            members.change(CHANGES_PER_SECOND);
            var load = new PathLoad(suite.gateway(), tenant.apiKey(), () -> ranks + someone());
            var reader = new Contender(OURS, WARM_UP, time -> {
                CpuMeter meter = CpuMeter.start(counted, suite.cpus("mongod", "identity-service"));
                LoadResult result = load.closed(CLIENTS, time);
                return result.after(meter.per(result.count(), COST));
            });
            return section(environment.runs(TIME).run("leaderboard", List.of(reader)), seconds);
        } finally {
            suite.start(SERVICE);
        }
    }

    private static Map<String, String> settings(BenchSuite suite, int port) {
        Map<String, String> settings = new HashMap<>(suite.settings(port));
        settings.put("REGULARS_IDENTITY_URLS", suite.address("identity-service"));
        return settings;
    }

    /** Room for the tree of a million. */
    private static List<String> arguments() {
        return List.of("-Xmx640m", "-jar", JAR.toString());
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
                "Exact rank and five neighbours on each side of one of %,d members, another one in each request, through the gateway with an API key: `GET /v1/leaderboards/{id}/ranks/{userId}`. Meanwhile %,d members per second get more XP, a tenth of all in the three runs. %d clients in the process of the bench, closed loop."
                        .formatted(RankedMembers.SIZE, CHANGES_PER_SECOND, CLIENTS),
                List.of(table),
                List.of(Budget.atMost(20, "p99 in ms", table.median(OURS, HttpContender.P99))),
                List.of("Loading the order of the board took %.1f s, once.".formatted(seconds)));
    }
}
