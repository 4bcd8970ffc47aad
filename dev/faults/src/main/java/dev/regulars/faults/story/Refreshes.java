package dev.regulars.faults.story;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.faults.suite.Answer;
import dev.regulars.faults.suite.Ask;
import dev.regulars.faults.suite.Calls;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * People who are logged in refresh their sessions again and again. A refresh without an answer must not be sent again, since
 * a token that is shown twice ends its session: whoever made it logs in anew.
 */
public final class Refreshes implements Story {

    private static final String LOGIN = "/v1/auth/login";
    private static final int ONE_IN = 40;

    /**
     * A session that its holder believes to hold.
     *
     * @param used refresh token that it had before; empty where there was none
     */
    private record Held(Person person, String token, String refreshToken, String sessionId, String used) {}

    private final SignUps people;
    private final Queue<Held> resting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger number = new AtomicInteger();
    private final LongAdder unanswered = new LongAdder();
    private final LongAdder replays = new LongAdder();

    public Refreshes(SignUps people) {
        this.people = people;
    }

    @Override
    public void play(Calls calls) {
        Held waiting = resting.poll();
        Held held = waiting == null ? logIn(calls, people.somebody(calls)) : waiting;
        boolean replayed =
                number.incrementAndGet() % ONE_IN == 0 && !held.used().isEmpty();
        resting.add(replayed ? replay(calls, held) : refresh(calls, held));
    }

    /** Nobody logs in for it: the password hash would be what is measured. */
    @Override
    public void prove(Calls door) {
        Held held = resting.poll();
        if (held != null) {
            resting.add(refresh(door, held));
        }
    }

    private Held refresh(Calls calls, Held held) {
        Answer answer = calls.once(refresh(held.refreshToken()));
        if (!answer.isAnAnswer()) {
            unanswered.increment();
            return logIn(calls, held.person());
        }
        if (!answer.isYes()) {
            throw new IllegalStateException("The newest token of %s is refused: %s".formatted(held, answer));
        }
        Held next = held(calls, held.person(), answer, held.refreshToken());
        if (!next.sessionId().equals(held.sessionId())) {
            throw new IllegalStateException("%s was refreshed, and became %s".formatted(held, next));
        }
        return next;
    }

    /** Somebody shows a token that was used: nobody can go on with the session then. */
    private Held replay(Calls calls, Held held) {
        calls.require(401, refresh(held.used()));
        calls.require(401, refresh(held.refreshToken()));
        replays.increment();
        return logIn(calls, held.person());
    }

    private static Held logIn(Calls calls, Person person) {
        return held(calls, person, calls.expect(200, SignUps.login(LOGIN, person.email())), "");
    }

    private static Held held(Calls calls, Person person, Answer answer, String used) {
        String token = answer.text("/data/token");
        return new Held(person, token, answer.text("/data/refreshToken"), sessionId(calls, token), used);
    }

    private static Ask refresh(String token) {
        return Ask.post("/v1/auth/refresh", Map.of("refreshToken", token));
    }

    /** Of the session that asks: it stands among one's own, or something is wrong. */
    private static String sessionId(Calls calls, String token) {
        Answer sessions = calls.expect(200, Ask.get("/v1/me/sessions?limit=200").by(token));
        for (JsonNode session : sessions.body().path("data")) {
            if (session.path("current").asBoolean()) {
                return session.path("_id").asText();
            }
        }
        throw new IllegalStateException("Somebody asks by a session that is not listed: " + sessions);
    }

    /** Asks all over again, when all is over, for what is believed. */
    public List<String> notHeld(Calls calls) {
        return resting.stream()
                .filter(held -> !sessionId(calls, held.token()).equals(held.sessionId()))
                .map(held -> held + " is another session now")
                .toList();
    }

    @Override
    public Set<String> owed() {
        return Set.of();
    }

    @Override
    public Map<String, List<String>> told() {
        return Map.of();
    }

    @Override
    public String tally() {
        return "%d refreshes (%s unanswered, %s replayed)".formatted(number.get(), unanswered, replays);
    }
}
