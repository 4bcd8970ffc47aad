package dev.regulars.community.channel;

import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.member;
import static dev.regulars.testkit.Tokens.user;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.regulars.community.Community;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ChannelResourceTest {

    Community community;

    @BeforeEach
    void found() {
        community = new Community();
    }

    @Test
    void aChannelIsCreatedListedUpdatedAndDeleted() {
        String id = create(Map.of("topic", "General", "channelType", "open"))
                .then()
                .statusCode(200)
                .body("meta.message", equalTo("Channel has been created successfully"))
                .body("body.topic", equalTo("General"))
                .body("body.permissions", hasSize(0))
                .body("body.serverId", equalTo(community.id))
                .body("body.__v", equalTo(0))
                .extract()
                .path("body._id");

        community
                .bySystemKey()
                .body(Map.of("topic", "Talk", "channelType", "open"))
                .put("/system/channels/{id}", id)
                .then()
                .statusCode(200)
                .body("body.topic", equalTo("Talk"));
        key(community.id, "getChannels")
                .get("/integration/channels")
                .then()
                .statusCode(200)
                .body("status", equalTo("success"))
                .body("data.topic", contains("Talk"))
                .body("data.channelType", contains("open"));
        community
                .byOwner()
                .get("/system/servers/{id}/channels", community.id)
                .then()
                .body("body._id", contains(id));
        community
                .bySystemKey()
                .delete("/system/channels/{id}", id)
                .then()
                .statusCode(200)
                .body("body._id", equalTo(id));
        community.bySystemKey().get("/system/channels").then().body("body", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com",
                "javascript:alert(1)",
                "data:text/html,hi",
                "https://127.0.0.1/",
                "https://[::1]/",
                "https://10.0.0.1",
                "https://2130706433/",
                "https://0x7f.1/",
                "https://localhost/",
                "https://a.localhost/",
                "https://printer.local/",
                "https://user@example.com/",
                "not a url"
            })
    void anIframeShowsPublicPagesByHttpsOnly(String url) {
        create(Map.of("topic", "News", "channelType", "iframe", "url", url))
                .then()
                .statusCode(400)
                .body("meta.message", containsString("url"));
    }

    @Test
    void anIframeNeedsItsUrlAndNoOtherChannelHasOne() {
        String url = "https://news.example.com/feed?user={userId}";
        create(Map.of("topic", "News", "channelType", "iframe", "url", url))
                .then()
                .statusCode(200)
                .body("body.url", equalTo(url));
        create(Map.of("topic", "News", "channelType", "iframe")).then().statusCode(400);
        create(Map.of("topic", "News", "channelType", "open", "url", url))
                .then()
                .statusCode(400);
        create(Map.of("topic", "", "channelType", "open")).then().statusCode(400);
        create(Map.of("topic", "News", "channelType", "cave")).then().statusCode(400);
    }

    @Test
    void anExplanationWithoutItsQuestionNamesWhatIsMissing() {
        community
                .byOwner()
                .get("/application/communities/{id}/permissions/explain", community.id)
                .then()
                .statusCode(400)
                .body("meta.errors.message", contains("action is required", "user is required"));
    }

    @Test
    void overwritesDecideAndAreExplained() {
        String id = create(Map.of("topic", "General", "channelType", "open")).path("body._id");
        String gold = community.role(5);
        String account = community.member(gold);

        set(id, "role/" + community.id, List.of(), List.of("post_messages"))
                .then()
                .statusCode(200);
        explain(account, id).then().body("data.allowed", equalTo(false)).body("data.rule", equalTo("channel_all"));
        set(id, "role/" + gold, List.of("post_messages"), List.of()).then().statusCode(200);
        explain(account, id)
                .then()
                .body("data.allowed", equalTo(true))
                .body("data.rule", equalTo("channel_role"))
                .body("data.steps.rule", contains("role", "channel_all", "channel_role"))
                .body("data.steps.effect", contains("allow", "deny", "allow"));
        set(id, "user/" + account, List.of(), List.of("post_messages"))
                .then()
                .body("data.target", equalTo("user"))
                .body("data.id", equalTo(account));
        explain(account, id).then().body("data.rule", equalTo("channel_member"));
        community
                .byOwner()
                .delete("/application/communities/{c}/channels/{id}/overwrites/user/{user}", community.id, id, account)
                .then()
                .statusCode(200);
        explain(account, id).then().body("data.rule", equalTo("channel_role"));

        community.bySystemKey().delete("/system/roles/{id}", gold).then().statusCode(200);
        await().untilAsserted(() -> overwrites(id).then().body("data.id", contains(community.id)));
    }

    @Test
    void nobodySetsMoreThanTheyHold() {
        String id = create(Map.of("topic", "General", "channelType", "open")).path("body._id");
        String manager = community.member(community.role(5, "manage_channels"));

        member(manager, community.id, "manage_channels")
                .body(Map.of("allow", List.of("manage_messages")))
                .put("/application/communities/{c}/channels/{id}/overwrites/role/{r}", community.id, id, community.id)
                .then()
                .statusCode(401);
        set(id, "role/" + community.id, List.of("ban_members"), List.of())
                .then()
                .statusCode(400)
                .body("meta.errors[0].field", equalTo("allow"));
        set(id, "role/" + community.id, List.of("post_messages"), List.of("post_messages"))
                .then()
                .statusCode(400);
        set(id, "role/" + "f".repeat(24), List.of(), List.of()).then().statusCode(404);
        set("f".repeat(24), "role/" + community.id, List.of(), List.of()).then().statusCode(404);
    }

    @Test
    void membersAskAboutThemselvesOnly() {
        String account = community.member();
        var path = "/application/communities/{id}/permissions/explain?user={user}&action=ban_members";

        user(account, community.id, "member")
                .get(path, community.id, account)
                .then()
                .statusCode(200)
                .body("data.rule", equalTo("no_role"));
        user(account, community.id, "member")
                .get(path, community.id, community.owner)
                .then()
                .statusCode(401);
        community.byOwner().get(path, community.id, community.owner).then().body("data.rule", equalTo("owner"));
        community
                .byOwner()
                .get("/application/communities/{id}/permissions/explain?user=7&action=fly", community.id)
                .then()
                .statusCode(400);
    }

    private Response create(Map<String, Object> body) {
        return community.bySystemKey().body(body).post("/system/channels");
    }

    private Response set(String channel, String target, List<String> allow, List<String> deny) {
        return community
                .byOwner()
                .body(Map.of("allow", allow, "deny", deny))
                .put("/application/communities/{c}/channels/{id}/overwrites/" + target, community.id, channel);
    }

    private Response overwrites(String channel) {
        return community.byOwner().get("/application/communities/{c}/channels/{id}/overwrites", community.id, channel);
    }

    private Response explain(String account, String channel) {
        return community
                .byOwner()
                .get(
                        "/application/communities/{id}/permissions/explain?user={user}&action=post_messages&channel={channel}",
                        community.id,
                        account,
                        channel);
    }
}
