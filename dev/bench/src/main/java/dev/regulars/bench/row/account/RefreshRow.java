package dev.regulars.bench.row.account;

import dev.regulars.bench.measure.Answers;
import dev.regulars.bench.measure.Meter;
import dev.regulars.bench.measure.Sample;
import dev.regulars.bench.measure.Side;
import dev.regulars.bench.process.Http;
import dev.regulars.bench.process.Talks;
import dev.regulars.bench.row.Chapter;
import dev.regulars.bench.row.Row;
import dev.regulars.bench.stage.Stage;
import dev.regulars.bench.stage.Suite;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Staying logged in: a refresh token is good once, and gets the next one. */
public final class RefreshRow implements Row {

    private static final Duration TIME = Duration.ofSeconds(5);
    private static final Duration WARMS = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "refresh";
    }

    @Override
    public Optional<String> missing() {
        return Optional.empty();
    }

    @Override
    public Chapter measure(Stage stage) {
        Suite suite = stage.suite();
        var people = new People(suite, stage.tenant());
        List<String> first = IntStream.range(0, People.AT_ONCE)
                .mapToObj(person ->
                        refresh(people.logIn(person).path("refreshToken").asText()))
                .toList();
        var talks = new Talks(
                suite.gateway() + "/apis/v1/auth/refresh",
                "application/json",
                first,
                (asked, answer) -> refresh(
                        Http.json(answer).path("data").path("refreshToken").asText()));
        var side = new Side("gateway + identity-service", WARMS, time -> refresh(suite, talks, time));
        return new Chapter(
                "Refreshing a session",
                "`POST /apis/v1/auth/refresh` through the gateway: %d sessions, each on a connection of its own, which brings the token that it was given by the call before (closed loop). The load is the bench itself, which takes more of the processors than h2load."
                        .formatted(People.AT_ONCE),
                List.of(stage.series(TIME).play("refresh", List.of(side))),
                List.of(),
                List.of());
    }

    private static Sample refresh(Suite suite, Talks talks, Duration time) {
        Meter meter = Meter.start(suite.cpus("gateway", "identity-service", "mongod"), List.of(Talks.CPU));
        Answers answers = talks.closed(time);
        return answers.after(meter.per(answers.count(), "CPU, µs per refresh"));
    }

    private static String refresh(String token) {
        return Http.text(Map.of("refreshToken", token));
    }
}
