package dev.regulars.faults.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** What told the receivers of the demo partner that somebody joined: however often it comes, it is the same. */
public final class ReceivedDeliveries implements Invariant {

    private static final String EVENT = "user_join_server";

    /** What told one receiver of one person; of a body nothing is kept but what tells it from others. */
    private record Fingerprint(String webhookId, UUID body) {

        private static Fingerprint of(JsonNode delivery) {
            byte[] body = delivery.path("text").asText().getBytes(UTF_8);
            return new Fingerprint(delivery.at("/headers/webhook-id").asText(), UUID.nameUUIDFromBytes(body));
        }
    }

    private final List<String> receivers;
    private final Map<String, Fingerprint> told = new ConcurrentHashMap<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final LongAdder duplicates = new LongAdder();

    public ReceivedDeliveries(List<String> receivers) {
        this.receivers = receivers;
    }

    /** Something reached the demo partner; as the control server shows it. */
    void record(JsonNode delivery) {
        if (!delivery.path("event").asText().equals(EVENT)) {
            return;
        }
        String place = place(
                delivery.path("receiver").asText(),
                delivery.at("/body/data/user/email").asText());
        var now = Fingerprint.of(delivery);
        Fingerprint first = told.putIfAbsent(place, now);
        if (first != null) {
            duplicates.increment();
            if (!first.equals(now)) {
                wrong.add("%s was told by %s and by %s".formatted(place, first, now));
            }
        }
    }

    /** Whether every receiver knows of somebody. */
    boolean reachedAllReceivers(String email) {
        return receivers.stream().allMatch(receiver -> told.containsKey(place(receiver, email)));
    }

    /** Deliveries that came again. */
    public long duplicates() {
        return duplicates.sum();
    }

    @Override
    public List<String> violations() {
        return List.copyOf(wrong);
    }

    private static String place(String receiver, String email) {
        return receiver + " of " + email;
    }
}
