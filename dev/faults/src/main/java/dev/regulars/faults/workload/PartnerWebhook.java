package dev.regulars.faults.workload;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.faults.suite.Deadline;
import dev.regulars.faults.workload.fixture.Fixture;
import java.util.List;
import java.util.Map;

/** A webhook for the messages of the demo channel, whose deliveries come to a partner in this process. */
record PartnerWebhook(Fixture fixture, Partner partner, String id) implements AutoCloseable {

    static final int IN_FLIGHT = 8;

    /** @throws IllegalStateException where it is not verified before the deadline */
    static PartnerWebhook create(Fixture fixture, String name) {
        var partner = new Partner();
        var body = Map.of(
                "name",
                name,
                "url",
                partner.url(),
                "events",
                List.of("new_message_channel"),
                "channelIds",
                List.of(fixture.demo().channel().objectId()),
                "maxInFlight",
                IN_FLIGHT);
        String id = fixture.post(201, "/v1/webhooks", body, name).path("_id").asText();
        boolean verified = new Deadline().await(() -> fixture.get("/v1/webhooks/" + id)
                .path("verification")
                .asText()
                .equals("verified"));
        if (!verified) {
            partner.close();
            throw new IllegalStateException("The webhook was not verified");
        }
        return new PartnerWebhook(fixture, partner, id);
    }

    /** Waits until the partner got so many different deliveries and each outcome is recorded; returns what is wrong. */
    List<String> awaitDeliveries(int count) {
        boolean complete = new Deadline().await(() -> partner.deliveries() >= count && open().isEmpty());
        return complete && partner.deliveries() == count
                ? List.of()
                : List.of("%d deliveries instead of %d came; still open: %s"
                        .formatted(partner.deliveries(), count, open()));
    }

    private JsonNode open() {
        return fixture.get(path("/deliveries?limit=1&state=open"));
    }

    String path(String rest) {
        return "/v1/webhooks/" + id + rest;
    }

    /** Deletes it, so that it costs the workloads after it nothing. */
    @Override
    public void close() {
        fixture.delete("/v1/webhooks/" + id);
        partner.close();
    }
}
