package dev.regulars.bench.row.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.bench.process.Http;
import dev.regulars.bench.process.Load;
import dev.regulars.bench.row.Chapter;
import dev.regulars.bench.row.Row;
import dev.regulars.bench.row.Way;
import dev.regulars.bench.stage.Crowd;
import dev.regulars.bench.stage.Stage;
import dev.regulars.bench.stage.Suite;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who is logged in looks at their own profile. */
public final class ProfileRow implements Row {

    private static final Duration TIME = Duration.ofSeconds(5);
    private static final Duration WARMS = Duration.ofSeconds(30);
    private static final String PATH = "/apis/v1/me";

    @Override
    public String name() {
        return "profile";
    }

    @Override
    public Optional<String> missing() {
        return Load.missing();
    }

    @Override
    public Chapter measure(Stage stage) {
        Suite suite = stage.suite();
        var people = new People(suite, stage.tenant());
        var next = new AtomicInteger();
        var way = new Way(
                "gateway + identity-service",
                "CPU, µs per read",
                () -> {
                    int person = next.incrementAndGet();
                    String token = people.logIn(person).path("token").asText();
                    check(person, Http.bearer(suite.gateway(), token).get(PATH).path("data"));
                    return new Load(suite.gateway() + PATH, Map.of("Authorization", "Bearer " + token), null);
                },
                suite.cpus("gateway", "identity-service", "mongod"),
                List.of());
        return new Chapter(
                "One's own profile",
                "`GET /apis/v1/me` through the gateway with a login token, another person's among 100,000 in each run. 16 connections, closed loop; whose profile it is, is checked before a run.",
                List.of(stage.series(TIME).play("profile", List.of(way.closed(WARMS)))),
                List.of(),
                List.of());
    }

    private static void check(int person, JsonNode profile) {
        if (!profile.path("username").asText().equals(Crowd.username(person))) {
            throw new IllegalStateException("Asked as " + Crowd.username(person) + ", got " + profile);
        }
    }
}
