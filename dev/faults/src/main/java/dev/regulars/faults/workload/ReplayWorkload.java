package dev.regulars.faults.workload;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.faults.suite.Deadline;
import dev.regulars.faults.workload.fixture.Fixture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The messages of another workload are delivered to a partner; then all are replayed, and both replicas are killed one after the other.
 * Each delivery comes once more; what was on its way at a kill may come again under its id.
 */
record ReplayWorkload(Fixture fixture, MessageWorkload messages) implements Workload {

    private static final int RATE = 250;
    /** So many can be sent and not recorded when a replica is killed (decision 8). */
    private static final int UNRECORDED = 64 + PartnerWebhook.IN_FLIGHT;

    private static final List<String> VICTIMS = List.of("webhook-service", "webhook-service-2");

    @Override
    public String name() {
        return messages.name() + " and replay";
    }

    @Override
    public List<String> run() {
        try (var webhook = PartnerWebhook.create(fixture, "replay")) {
            Instant from = Instant.now();
            List<String> violations = new ArrayList<>(messages.run());
            violations.addAll(webhook.awaitDeliveries(MessageWorkload.MESSAGES));
            if (violations.isEmpty()) {
                violations.addAll(replay(webhook, from));
            }
            return violations;
        }
    }

    private List<String> replay(PartnerWebhook webhook, Instant from) {
        int count = MessageWorkload.MESSAGES;
        Partner partner = webhook.partner();
        int before = partner.received();
        String path = begin(webhook, from);
        fixture.kills().during(() -> Math.min(1, (partner.received() - before) / (double) count), VICTIMS);
        List<String> violations = new ArrayList<>();
        boolean over = new Deadline()
                .await(() -> fixture.get(path).path("status").asText().equals("done"));
        JsonNode progress = fixture.get(path);
        if (!over || progress.path("done").asInt() != count) {
            violations.add("The replay is not done: " + progress);
        }
        Fixture.compare("deliveries that came once more", (long) count, partner.receivedTimes(2), violations);
        int repeated = partner.received() - before - count;
        if (repeated < 0 || repeated > UNRECORDED * VICTIMS.size()) {
            violations.add("%d deliveries of the replay came more than once more".formatted(repeated));
        }
        violations.addAll(partner.renamed());
        fixture.out()
                .printf(
                        "  %d deliveries, %d again by the replay, %d repeated at kills%n",
                        partner.deliveries(), count, repeated);
        return violations;
    }

    /** Returns the path of the replay. */
    private String begin(PartnerWebhook webhook, Instant from) {
        var range = Map.of(
                "from", from.toString(), "to", Instant.now().plusSeconds(60).toString(), "ratePerSecond", RATE);
        return webhook.path("/replays/")
                + fixture.post(202, webhook.path("/replays"), range, "replays")
                        .path("replayId")
                        .asText();
    }
}
