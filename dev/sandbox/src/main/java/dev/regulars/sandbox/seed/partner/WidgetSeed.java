package dev.regulars.sandbox.seed.partner;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.sandbox.home.SandboxHome;
import dev.regulars.sandbox.seed.Demo;
import dev.regulars.sandbox.seed.SeedClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A widget of each type on the partner's pages, a public one, an access key, and a host of the community's own. */
public record WidgetSeed(SandboxHome home, SeedClient owner, SeedClient partner, Demo.Community community) {

    private static final String DOMAIN = "demo.localhost";
    private static final String STORE = "store";
    private static final List<String> FURTHER_TYPES = List.of(
            "channel",
            "social",
            "milestone",
            "currency-view",
            "referral-conditions",
            "custom",
            "leaderboard",
            "streak",
            "wheel");

    /** The owner is the installation's admin here; browsers find every name below localhost. */
    public Demo.Community proveDomain() {
        JsonNode proven = owner.post("/v1/domains/" + DOMAIN + "/approve", Map.of("serverId", community.objectId()));
        return community.at(proven.path("domain").asText());
    }

    /** Answers the id of the store widget. */
    public String widgets(Demo.Channel channel) {
        String store = widget(STORE, "accessKey", channel);
        for (String type : FURTHER_TYPES) {
            String unused = widget(type, "accessKey", channel);
        }
        String unusedSignedIn = widget(STORE, "token", channel);
        String unusedOpen = widget("leaderboard", "attribute", channel);
        return store;
    }

    private String widget(String type, String auth, Demo.Channel channel) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "type",
                type,
                "name",
                "Demo " + type,
                "auth",
                auth,
                "dataAttributes",
                List.of("data-email", "data-user-id"),
                "origins",
                origins()));
        switch (type) {
            case "channel" -> body.put("channelId", channel.objectId());
            case "custom" -> body.put("url", "https://www.example.com/");
            case "social" ->
                body.put("links", List.of(Map.of("name", "Our forum", "url", "https://forum.example.com/")));
            default -> {} // nothing more
        }
        return partner.post("/v1/widgets", body).path("_id").asText();
    }

    /** Where a partner's page may stand. */
    private List<String> origins() {
        return List.of(
                home.control(),
                home.control().replace("localhost", "127.0.0.1"),
                home.control().replace("localhost", "partner.localhost"));
    }

    public Demo.AccessKey accessKey() {
        JsonNode key = partner.post("/v1/widget-access-keys", Map.of("name", "Demo page"));
        return new Demo.AccessKey(
                key.path("accessId").asText(), key.path("accessKey").asText());
    }
}
