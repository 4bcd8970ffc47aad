package dev.regulars.sandbox.seed.partner;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.sandbox.seed.Demo;
import dev.regulars.sandbox.seed.SeedClient;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** Incoming webhooks of the demo community, one for each action, and one that is encrypted. */
public record IncomingSeed(SeedClient partner, Demo.Community community) {

    private static final String FIELD = "plan";

    public Map<String, Demo.IncomingWebhook> seed(Demo.Person member, Demo.Channel channel) {
        partner.postAndDiscard(
                "/v1/communities/" + community.objectId() + "/user-fields",
                Map.of("field", FIELD, "name", "Plan", "type", "single-line-text"));
        Map<String, Object> message = Map.of("message", "Hello from outside");
        Map<String, Object> fields = Map.of("email", member.email(), "fields", Map.of(FIELD, "gold"));
        Map<String, Object> coins = Map.of("email", member.email(), "operation", "add", "amount", 5);
        return Map.of(
                "message",
                create(
                        Map.of(
                                "name",
                                "Demo messages",
                                "action",
                                "message",
                                "channelId",
                                channel.objectId(),
                                "sender",
                                member.userId()),
                        message),
                "customFields",
                create(Map.of("name", "Demo fields", "action", "customFields"), fields),
                "currency",
                create(Map.of("name", "Demo coins", "action", "currency"), coins),
                "encrypted",
                create(
                        Map.of(
                                "name", "Demo encrypted coins",
                                "action", "currency",
                                "encryption", Map.of("mode", "GCM")),
                        coins));
    }

    private Demo.IncomingWebhook create(Map<String, Object> hook, Map<String, Object> sample) {
        JsonNode created = partner.post("/v1/incoming-webhooks", new HashMap<>(hook));
        return new Demo.IncomingWebhook(
                URI.create(created.path("url").asText()).getPath(),
                created.path("apiKey").asText(),
                sample,
                created.path("aesKey").asText(null),
                created.path("aesKey").isMissingNode() ? null : "GCM");
    }
}
