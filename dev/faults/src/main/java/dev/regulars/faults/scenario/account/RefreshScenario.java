package dev.regulars.faults.scenario.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.faults.scenario.Scenario;
import dev.regulars.faults.suite.ApiRequest;
import dev.regulars.faults.suite.ApiResponse;
import dev.regulars.faults.suite.RetryingClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Users refresh their sessions repeatedly. After a refresh without a response the user logs in again: a used token gets the
 * same successor within a grace period only, and ends the session later.
 */
public final class RefreshScenario implements Scenario {

    private static final String LOGIN = "/v1/auth/login";
    private static final int ONE_IN = 40;

    /**
     * A session that its user expects to be valid.
     *
     * @param used its oldest refresh token that was used, and when
     */
    private record Session(TestUser person, String token, String refreshToken, String sessionId, Optional<Used> used) {}

    private record Used(String refreshToken, long at) {

        boolean isOlderThan(Duration age) {
            return System.nanoTime() - at >= age.toNanos();
        }
    }

    private final SignUpScenario users;
    private final Duration grace;
    private final Queue<Session> idle = new ConcurrentLinkedQueue<>();
    private final AtomicInteger number = new AtomicInteger();
    private final LongAdder unanswered = new LongAdder();
    private final LongAdder replays = new LongAdder();

    /** @param grace how long a used token gets the same successor */
    public RefreshScenario(SignUpScenario users, Duration grace) {
        this.users = users;
        this.grace = grace;
    }

    @Override
    public void run(RetryingClient client) {
        Session waiting = idle.poll();
        Session session = waiting == null ? logIn(client, users.unusedUser(client)) : waiting;
        boolean replayed = number.incrementAndGet() % ONE_IN == 0
                && session.used().filter(used -> used.isOlderThan(grace)).isPresent();
        idle.add(replayed ? replay(client, session) : refresh(client, session));
    }

    /** Without a login: it would measure password hashing. */
    @Override
    public void verify(RetryingClient gateway) {
        Session session = idle.poll();
        if (session != null) {
            idle.add(refresh(gateway, session));
        }
    }

    private Session refresh(RetryingClient client, Session session) {
        ApiResponse response = client.sendOnce(refresh(session.refreshToken()));
        if (!response.isDefinite()) {
            unanswered.increment();
            return logIn(client, session.person());
        }
        if (!response.isSuccess()) {
            throw new IllegalStateException("The newest token of %s is refused: %s".formatted(session, response));
        }
        Used used = session.used().orElseGet(() -> new Used(session.refreshToken(), System.nanoTime()));
        Session next = session(client, session.person(), response, Optional.of(used));
        if (!next.sessionId().equals(session.sessionId())) {
            throw new IllegalStateException("%s was refreshed, and became %s".formatted(session, next));
        }
        return next;
    }

    /** Presents a used token: the session must end for everybody. */
    private Session replay(RetryingClient client, Session session) {
        client.require(401, refresh(session.used().orElseThrow().refreshToken()));
        client.require(401, refresh(session.refreshToken()));
        replays.increment();
        return logIn(client, session.person());
    }

    private static Session logIn(RetryingClient client, TestUser person) {
        return session(
                client, person, client.expect(200, SignUpScenario.login(LOGIN, person.email())), Optional.empty());
    }

    private static Session session(RetryingClient client, TestUser person, ApiResponse response, Optional<Used> used) {
        String token = response.text("/data/token");
        return new Session(person, token, response.text("/data/refreshToken"), sessionId(client, token), used);
    }

    private static ApiRequest refresh(String token) {
        return ApiRequest.post("/v1/auth/refresh", Map.of("refreshToken", token));
    }

    /** The id of the current session, which must be listed. */
    private static String sessionId(RetryingClient client, String token) {
        ApiResponse sessions =
                client.expect(200, ApiRequest.get("/v1/me/sessions?limit=200").as(token));
        for (JsonNode session : sessions.body().path("data")) {
            if (session.path("current").asBoolean()) {
                return session.path("_id").asText();
            }
        }
        throw new IllegalStateException("The current session is not listed: " + sessions);
    }

    /** Sessions that are no longer valid although their user expects it. */
    public List<String> lostSessions(RetryingClient client) {
        return idle.stream()
                .filter(session -> !sessionId(client, session.token()).equals(session.sessionId()))
                .map(session -> session + " is another session now")
                .toList();
    }

    @Override
    public Set<String> pending() {
        return Set.of();
    }

    @Override
    public Map<String, List<String>> expectedEvents() {
        return Map.of();
    }

    @Override
    public String summary() {
        return "%d refreshes (%s unanswered, %s replayed)".formatted(number.get(), unanswered, replays);
    }
}
