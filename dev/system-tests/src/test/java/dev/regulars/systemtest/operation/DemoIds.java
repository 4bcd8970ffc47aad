package dev.regulars.systemtest.operation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.sandbox.SandboxProcess;
import dev.regulars.sandbox.seed.Demo;
import dev.regulars.systemtest.sandbox.DemoApiKeys;
import dev.regulars.systemtest.sandbox.Http;
import dev.regulars.systemtest.sandbox.RoleRequests;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Real ids of the demo community, for calls by callers of another one. */
final class DemoIds {

    private static final Pattern PARAMETER = Pattern.compile("([\\w-]+)/\\{\\w+}");

    /** By the path segment before the id. */
    private final Map<String, String> ids = new HashMap<>();

    private final SandboxProcess sandbox;
    private final String ownerToken;

    DemoIds(SandboxProcess sandbox) throws IOException, InterruptedException {
        Demo demo = sandbox.demo();
        this.sandbox = sandbox;
        this.ownerToken = login(sandbox, demo);
        String community = demo.community().objectId();
        ids.putAll(Map.of(
                "communities", community,
                "servers", community,
                "webhooks", demo.webhook().objectId(),
                "users", demo.member().objectId(),
                "user", demo.member().objectId(),
                "room-roles", demo.member().objectId(),
                "sessions", session(),
                "api-keys",
                        new DemoApiKeys(sandbox)
                                .create("store", Map.of())
                                .path("_id")
                                .asText()));
        Map<String, Object> role = RoleRequests.member("Ids", 1);
        ids.put("roles", create("/api/v1/roles?communityId=" + community, role, "/body/_id"));
        ids.put("role", ids.get("roles"));
        shop("?communityId=" + community);
        var channel = Map.of("topic", "Ids", "channelType", "open");
        ids.put("channels", create("/api/v1/channels?communityId=" + community, channel, "/body/_id"));
        ids.put("invites", create("/v1/communities/" + community + "/invites", Map.of(), "/data/code"));
        ids.put("messages", message(community));
        ids.put("reactions", ":tada:");
        ids.put("images", "f".repeat(24)); // an upload is a form
        var hook = Map.of("name", "Ids", "action", "currency");
        ids.put("incoming-webhooks", create("/v1/incoming-webhooks?communityId=" + community, hook, "/data/_id"));
        ids.put("incoming", ids.get("incoming-webhooks"));
        var range = Map.of("from", "2020-01-01T00:00:00Z", "to", "2020-01-02T00:00:00Z", "dryRun", true);
        String replays = "/v1/webhooks/" + demo.webhook().objectId() + "/replays?communityId=" + community;
        ids.put("replays", create(replays, range, "/data/replayId"));
        ids.put("deliveries", "a-delivery:" + demo.webhook().objectId());
        var warning = Map.of("userId", demo.member().objectId(), "kind", "warn", "reason", "Ids");
        ids.put("members", demo.member().objectId());
        var badge = Map.of("title", "Ids", "action", "custom");
        ids.put("badges", create("/api/v1/badges?communityId=" + community, badge, "/body/id"));
        var rule = Map.of("name", "Ids", "event", "message", "tag", "ids");
        ids.put("rules", create("/v1/rules?communityId=" + community, rule, "/data/_id"));
        gamification("?communityId=" + community);
        var board = Map.of(
                "name",
                "Ids",
                "slug",
                "ids-" + System.currentTimeMillis(),
                "rankingField",
                "xp",
                "displayedFields",
                List.of("score"),
                "startDate",
                "2026-01-01",
                "isEnabled",
                true);
        ids.put("leaderboards", create("/v1/leaderboards?communityId=" + community, board, "/data/_id"));
        ids.put("ranks", demo.member().objectId());
        ids.put("spins", "f".repeat(24)); // whoever has an id may read the proof
        ids.put("bulk-update", "f".repeat(24)); // a job is made of a file
        analysis(community, demo);
        widgets(demo);
        var field = Map.of("name", "Ids", "type", "text");
        ids.put("user-fields", create("/v1/communities/" + community + "/user-fields", field, "/data/_id"));
        ids.put("sanctions", create("/v1/communities/" + community + "/sanctions", warning, "/data/_id"));
    }

    private void gamification(String inCommunity) throws IOException, InterruptedException {
        var condition = Map.of("action", "messages", "value", 1);
        var streak = Map.of(
                "name", "Ids",
                "timezone", "utc_gmt",
                "startDate", "2026-01-01",
                "timeframe", Map.of("value", "daily", "count", 1),
                "action", Map.of("operator", "and", "conditions", List.of(condition)));
        ids.put("streaks", create("/v1/streaks" + inCommunity, streak, "/data/_id"));
        var milestone = Map.of("name", "Ids", "unit", "xp", "target", 1_000_000);
        ids.put("milestones", create("/v1/milestones" + inCommunity, milestone, "/data/_id"));
        var program = Map.of("name", "Ids", "stages", List.of(Map.of("name", "Joined", "event", "join")));
        ids.put("programs", create("/v1/referrals/programs" + inCommunity, program, "/data/_id"));
    }

    private String message(String community) throws IOException, InterruptedException {
        var bearer = Map.of("Authorization", "Bearer " + ownerToken);
        return Http.send("GET", sandbox.gateway() + "/v1/messages?count=1&communityId=" + community, null, bearer)
                .json()
                .at("/data/messages/0/id")
                .asText();
    }

    private void widgets(Demo demo) {
        ids.put("widgets", demo.widgetId());
        ids.put("widget-access-keys", demo.widgetAccessKey().accessId());
        ids.put("domains", demo.community().domain());
        ids.put("widget", demo.community().objectId());
    }

    /** Something to buy, and an order of it. */
    private void shop(String inCommunity) throws IOException, InterruptedException {
        ids.put("categories", create("/v1/categories" + inCommunity, Map.of("name", "Ids"), "/data/_id"));
        ids.put("products", create("/v1/products" + inCommunity, Map.of("name", "Ids", "price", 0), "/data/_id"));
        var status = Map.of("name", "Ids", "category", "incomplete", "color", "#000000");
        ids.put("redemption-statuses", create("/v1/redemption-statuses" + inCommunity, status, "/data/_id"));
        String order = create(
                "/v1/products/" + ids.get("products") + "/purchases" + inCommunity, Map.of(), "/data/transactionId");
        ids.put("purchase-history", order);
        ids.put("redemption-transactions", order);
    }

    /** Creates something in the demo community as its owner, and returns its id. */
    private String create(String path, Object body, String where) throws IOException, InterruptedException {
        var headers = Map.of("Content-Type", "application/json", "Authorization", "Bearer " + ownerToken);
        var response =
                Http.send("POST", sandbox.gateway() + path, Http.write(body).getBytes(UTF_8), headers);
        assertThat(response.status()).as(path + ": " + response.text()).isBetween(200, 299);
        return response.json().at(where).asText();
    }

    private static String login(SandboxProcess sandbox, Demo demo) throws IOException, InterruptedException {
        var json = Map.of("Content-Type", "application/json");
        byte[] body = Http.write(Map.of(
                        "email", demo.owner().email(), "password", demo.owner().password()))
                .getBytes(UTF_8);
        return Http.send("POST", sandbox.gateway() + "/v1/auth/login", body, json)
                .json()
                .at("/data/token")
                .asText();
    }

    private String session() throws IOException, InterruptedException {
        var bearer = Map.of("Authorization", "Bearer " + ownerToken);
        return Http.send("GET", sandbox.gateway() + "/v1/me/sessions", null, bearer)
                .json()
                .at("/data/0/_id")
                .asText();
    }

    /** An analysis with a drawing. */
    private void analysis(String community, Demo demo) throws IOException, InterruptedException {
        var line = Map.of(
                "type", "HORIZONTAL_LINE", "points", List.of(Map.of("time", "2026-03-10T16:15:50.123Z", "price", 1)));
        var body = Map.of(
                "sender",
                demo.member().email(),
                "metadata",
                Map.of("direction", "BULLISH", "entryPlacement", "ABOVE_CURRENT"),
                "drawings",
                List.of(line));
        String path =
                "/v1/analysis/" + community + "/channels/" + demo.channel().objectId();
        ids.put("analysis", create(path, body, "/data/analysisId"));
        ids.put("drawings", "f".repeat(24));
    }

    /** The path of an operation with ids that nothing has, each of its form. */
    static String missing(Operation operation) {
        return operation
                .path()
                .replaceAll("(?<=/badges/)\\{\\w+}", "00000000-0000-0000-0000-000000000000")
                .replace("{transactionId}", "ORD20200101ffff")
                .replaceAll("\\{\\w+}", "0".repeat(24));
    }

    /** The path of an operation with real ids. */
    String path(Operation operation, String community) {
        Matcher parameters = PARAMETER.matcher(operation.path().replace("{communityId}", community));
        return parameters.replaceAll(found -> {
            assertThat(ids).as("DemoIds: a real id for %s", operation.path()).containsKey(found.group(1));
            return found.group(1) + "/" + ids.get(found.group(1));
        });
    }
}
