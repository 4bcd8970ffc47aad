package dev.regulars.bench.row;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.bench.measure.Side;
import dev.regulars.bench.measure.Table;
import dev.regulars.bench.peer.ParseServer;
import dev.regulars.bench.process.Http;
import dev.regulars.bench.process.Load;
import dev.regulars.bench.stage.Crowd;
import dev.regulars.bench.stage.Stage;
import dev.regulars.bench.stage.Suite;
import dev.regulars.bench.stage.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;

/** One member of a hundred thousand, looked up by address. */
public final class UsersInfoRow implements Row {

    private static final Duration TIME = Duration.ofSeconds(6);
    private static final Duration WARMS = Duration.ofSeconds(60);
    private static final String OURS = "gateway + identity-service";
    private static final String PARSE = "Parse Server";
    private static final String COST = "CPU, µs per request";
    private static final String PATH = "/apis/v1/users/info";
    /** From one run to the next; coprime to the size of the crowd. */
    private static final int STRIDE = 7_919;

    @Override
    public String name() {
        return "users-info";
    }

    @Override
    public Optional<String> missing() {
        return Load.missing();
    }

    @Override
    public Chapter measure(Stage stage) {
        Suite suite = stage.suite();
        Way ours = ours(suite, stage.tenant());
        List<Side> sides = new ArrayList<>(List.of(ours.closed(WARMS)));
        if (!ParseServer.isHere()) {
            return chapter(stage.series(TIME).play("users/info", sides), List.of(ParseServer.MISSING));
        }
        try (var parse = ParseServer.start(stage.folder("parse"), suite.mongo())) {
            sides.add(parse(suite, parse).closed(WARMS));
            return chapter(stage.series(TIME).play("one of 100,000 users", sides), List.of());
        }
    }

    private static Way ours(Suite suite, Tenant tenant) {
        var next = new AtomicInteger();
        Http api = Http.bearer(suite.gateway(), tenant.apiKey());
        return new Way(
                OURS,
                COST,
                () -> {
                    int person = person(next.incrementAndGet());
                    check(person, api.post(PATH, Tenant.who(person)).path("data"));
                    return new Load(
                            suite.gateway() + PATH,
                            Map.of("Authorization", "Bearer " + tenant.apiKey(), "Content-Type", "application/json"),
                            Http.text(Tenant.who(person)));
                },
                suite.cpus("gateway", "identity-service"),
                suite.cpus("mongod"));
    }

    private static Way parse(Suite suite, ParseServer parse) {
        var next = new AtomicInteger();
        return new Way(
                PARSE,
                COST,
                () -> {
                    int person = person(next.incrementAndGet());
                    check(person, parse.found(person));
                    return parse.read(person);
                },
                List.of(parse.cpu()),
                suite.cpus("mongod"));
    }

    private static int person(int turn) {
        return turn * STRIDE % Crowd.SIZE;
    }

    private static void check(int person, JsonNode found) {
        if (!found.path("username").asText().equals(Crowd.username(person))) {
            throw new IllegalStateException("Asked for " + Crowd.username(person) + ", got " + found);
        }
    }

    private static Chapter chapter(Table table, List<String> words) {
        OptionalDouble dearer = table.ratio(COST, PARSE, OURS);
        return new Chapter(
                "users/info",
                "A member is looked up by address among 100,000, another one in each run: `POST /apis/v1/users/info` through the gateway with an API key; the same fields of Parse Server's `_User`, on the same mongod, with its master key (no session to look up, no rights to check). 16 connections, closed loop; each answer's person is checked before a run.",
                List.of(table),
                List.of(Bar.atLeast(3, "× Parse Server's requests per CPU-second", dearer)),
                words);
    }
}
