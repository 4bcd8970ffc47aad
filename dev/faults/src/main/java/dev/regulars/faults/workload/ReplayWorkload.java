package dev.regulars.faults.workload;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.faults.suite.Deadline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The messages of another workload are delivered to a partner while a replica is killed; then all are replayed, and both replicas are
 * killed one after the other. Each delivery comes once more; what was on its way at a kill may come again under its id.
 */
final class ReplayWorkload implements Workload, AutoCloseable {

    private static final int RATE = 250;
    private static final int IN_FLIGHT = 8;
    /** So many outcomes can be sent and not yet recorded when a replica is killed. */
    private static final int UNRECORDED = 2 * IN_FLIGHT;

    private static final List<String> VICTIMS = List.of("webhook-service", "webhook-service-2");

    private final Fixture fixture;
    private final Workload messages;
    private final Partner partner = new Partner();

    ReplayWorkload(Fixture fixture, Workload messages) {
        this.fixture = fixture;
        this.messages = messages;
    }

    @Override
    public String name() {
        return messages.name() + " and replay";
    }

    @Override
    public List<String> run() {
        String webhook = subscribe();
        Instant from = Instant.now();
        List<String> violations = new ArrayList<>(messages.run());
        int count = MessageWorkload.MESSAGES;
        boolean complete = new Deadline()
                .await(() -> partner.deliveries() >= count && open(webhook).isEmpty());
        Fixture.compare("deliveries", count, partner.deliveries(), violations);
        if (!complete) {
            violations.add("Deliveries are still open: " + open(webhook));
            return violations;
        }
        int before = partner.received();
        String replay = begin(webhook, from);
        fixture.kills().during(() -> Math.min(1, (partner.received() - before) / (double) count), VICTIMS);
        boolean over = new Deadline()
                .await(() -> progress(webhook, replay).path("status").asText().equals("done"));
        check(webhook, replay, over, before, violations);
        return violations;
    }

    private String subscribe() {
        var body = Map.of(
                "name",
                "Endurance",
                "url",
                partner.url(),
                "events",
                List.of("new_message_channel"),
                "channelIds",
                List.of(fixture.demo().channel().objectId()),
                "maxInFlight",
                IN_FLIGHT);
        String id =
                fixture.post(201, "/v1/webhooks", body, "webhook").path("_id").asText();
        boolean verified = new Deadline().await(() -> fixture.get("/v1/webhooks/" + id)
                .path("verification")
                .asText()
                .equals("verified"));
        if (!verified) {
            throw new IllegalStateException("The webhook was not verified");
        }
        return id;
    }

    private JsonNode open(String webhook) {
        return fixture.get("/v1/webhooks/" + webhook + "/deliveries?limit=1&state=open");
    }

    private String begin(String webhook, Instant from) {
        var range = Map.of(
                "from", from.toString(), "to", Instant.now().plusSeconds(60).toString(), "ratePerSecond", RATE);
        return fixture.post(202, "/v1/webhooks/" + webhook + "/replays", range, "replay")
                .path("replayId")
                .asText();
    }

    private JsonNode progress(String webhook, String replay) {
        return fixture.get("/v1/webhooks/" + webhook + "/replays/" + replay);
    }

    private void check(String webhook, String replay, boolean over, int before, List<String> violations) {
        int count = MessageWorkload.MESSAGES;
        JsonNode progress = progress(webhook, replay);
        if (!over || progress.path("done").asInt() != count) {
            violations.add("The replay is not done: " + progress);
        }
        Fixture.compare("deliveries that came once more", (long) count, partner.receivedTimes(2), violations);
        int repeated = partner.received() - before - count;
        if (repeated < 0 || repeated > UNRECORDED * VICTIMS.size()) {
            violations.add("%d deliveries of the replay came more than once more".formatted(repeated));
        }
        fixture.out()
                .printf(
                        "  %d deliveries, %d again by the replay, %d repeated at kills%n",
                        partner.deliveries(), count, repeated);
    }

    @Override
    public void close() {
        partner.close();
    }
}
