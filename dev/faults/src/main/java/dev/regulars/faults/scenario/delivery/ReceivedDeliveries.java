package dev.regulars.faults.scenario.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.faults.scenario.Invariant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** Deliveries of joins to the demo partner's receivers. A duplicate must equal its original. */
public final class ReceivedDeliveries implements Invariant {

    private static final String EVENT = "user_join_server";

    /** Identifies a delivery: its webhook id and a hash of its body. */
    private record Fingerprint(String webhookId, UUID body) {

        private static Fingerprint of(JsonNode delivery) {
            byte[] body = delivery.path("text").asText().getBytes(UTF_8);
            return new Fingerprint(delivery.at("/headers/webhook-id").asText(), UUID.nameUUIDFromBytes(body));
        }
    }

    private final List<String> receivers;
    private final Map<String, Fingerprint> firstByPlace = new ConcurrentHashMap<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final LongAdder duplicates = new LongAdder();

    public ReceivedDeliveries(List<String> receivers) {
        this.receivers = receivers;
    }

    /** Records one delivery as the control server shows it. */
    public void record(JsonNode delivery) {
        if (!delivery.path("event").asText().equals(EVENT)) {
            return;
        }
        String place = place(
                delivery.path("receiver").asText(),
                delivery.at("/body/data/user/email").asText());
        var now = Fingerprint.of(delivery);
        Fingerprint first = firstByPlace.putIfAbsent(place, now);
        if (first != null) {
            duplicates.increment();
            if (!first.equals(now)) {
                wrong.add("%s got different deliveries: %s and %s".formatted(place, first, now));
            }
        }
    }

    /** Whether every receiver got the join of this address. */
    public boolean reachedAllReceivers(String email) {
        return receivers.stream().allMatch(receiver -> firstByPlace.containsKey(place(receiver, email)));
    }

    /** The number of duplicate deliveries. */
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
