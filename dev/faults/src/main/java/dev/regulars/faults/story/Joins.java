package dev.regulars.faults.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.faults.suite.Calls;
import dev.regulars.faults.suite.Calls.Answer;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** People join a community by its key; each join is told to both receivers of the demo partner. */
public final class Joins implements Story {

    private static final String PATH = "/apis/v1/users";
    private static final String EVENT = "user_join_server";
    private static final int ONE_IN = 5;

    /** A person as the suite answered. */
    public record Joined(String accountId, String userId) {

        private static Joined of(Answer answer) {
            JsonNode data = answer.body().path("data");
            return new Joined(data.path("_id").asText(), data.path("userId").asText());
        }
    }

    /** What told one receiver of one person; of a body nothing is kept but what tells it from others. */
    private record Told(String webhookId, UUID body) {

        private static Told of(JsonNode delivery) {
            byte[] body = delivery.path("text").asText().getBytes(UTF_8);
            return new Told(delivery.at("/headers/webhook-id").asText(), UUID.nameUUIDFromBytes(body));
        }
    }

    private final List<String> receivers;
    private final AtomicInteger number = new AtomicInteger();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Map<String, Joined> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, Told> told = new ConcurrentHashMap<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final LongAdder twice = new LongAdder();

    public Joins(List<String> receivers) {
        this.receivers = receivers;
    }

    @Override
    public void play(Calls calls) {
        int mine = number.incrementAndGet();
        String name = "kai" + mine;
        String email = name + "@example.com";
        asked.add(email);
        Answer answer = calls.post(PATH, person(name, email), name);
        if (!answer.isYes()) {
            wrong.add("The join of %s was refused: %s".formatted(email, answer));
            return;
        }
        Joined joined = Joined.of(answer);
        acknowledged.put(email, joined);
        if (mine % ONE_IN == 0) {
            Answer again = calls.post(PATH, person(name, email), name);
            if (!again.isYes() || !joined.equals(Joined.of(again))) {
                wrong.add("The join of %s was answered %s, and its repeat %s".formatted(email, answer, again));
            }
        }
    }

    private static Map<String, ?> person(String name, String email) {
        return Map.of(
                "firstname",
                "Kai",
                "lastname",
                "Kill",
                "username",
                name,
                "displayname",
                "Kai",
                "email",
                email,
                "accessLevel",
                0,
                "joinServer",
                true,
                "emailPassword",
                false,
                "sendEmail",
                false);
    }

    @Override
    public void delivered(JsonNode delivery) {
        if (!delivery.path("event").asText().equals(EVENT)) {
            return;
        }
        String email = delivery.at("/body/data/user/email").asText();
        String place = place(delivery.path("receiver").asText(), email);
        var now = Told.of(delivery);
        Told first = told.putIfAbsent(place, now);
        if (first != null) {
            twice.increment();
            if (!first.equals(now)) {
                wrong.add("%s was told by %s and by %s".formatted(place, first, now));
            }
        }
    }

    @Override
    public Set<String> owed() {
        return acknowledged.keySet().stream()
                .filter(email -> receivers.stream().anyMatch(receiver -> !told.containsKey(place(receiver, email))))
                .collect(Collectors.toSet());
    }

    @Override
    public List<String> faults() {
        return Stream.concat(
                        owed().stream().map(email -> email + " joined, and a receiver was not told: " + joined(email)),
                        wrong.stream())
                .toList();
    }

    private Joined joined(String email) {
        return acknowledged.getOrDefault(email, new Joined("", ""));
    }

    /** Everybody who was ever asked for. */
    public Set<String> asked() {
        return asked;
    }

    /** By e-mail address. */
    public Map<String, Joined> acknowledged() {
        return acknowledged;
    }

    /** Deliveries that came again. */
    public long twice() {
        return twice.sum();
    }

    private static String place(String receiver, String email) {
        return receiver + " of " + email;
    }
}
