package dev.regulars.community;

import static dev.regulars.testkit.Tokens.service;
import static dev.regulars.testkit.Tokens.systemKey;
import static dev.regulars.testkit.Tokens.user;
import static java.time.Duration.ofMillis;
import static org.awaitility.Awaitility.await;

import dev.regulars.crypto.Secrets;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A community of one test, with an owner whose own join is stored. */
public final class Community {

    private static final List<String> SERVER = List.of(
            "server_administrator",
            "allow_dm",
            "create_invite",
            "warn_members",
            "suspend_members",
            "ban_members",
            "broadcast_messages",
            "overwrite_language");
    private static final List<String> CHANNEL = List.of(
            "post_messages",
            "attach_files",
            "allow_mentions",
            "manage_messages",
            "pinable",
            "share_links",
            "share_Attachments");
    private static final List<String> OPTIONAL = List.of("manage_roles", "manage_channels", "kick_members");

    public final String owner = account();
    public final String id;

    public Community() {
        id = user(owner).body(Map.of("name", "Chess")).post("/system/servers").path("body._id");
        await().pollInterval(ofMillis(25)).untilAsserted(() -> bySystemKey()
                .get("/system/roles")
                .then()
                .statusCode(200)
                .body("body.title", org.hamcrest.Matchers.contains("@all")));
    }

    public static String account() {
        return Secrets.key().substring(0, 24);
    }

    public RequestSpecification byOwner() {
        return user(owner, id, "owner");
    }

    public RequestSpecification bySystemKey() {
        return systemKey(id, owner);
    }

    /** A new member with these roles. */
    public String member(String... roleIds) {
        String account = account();
        service("identity-service")
                .body(Map.of("communityId", id, "accountId", account, "accessLevel", 0))
                .post("/internal/memberships")
                .then()
                .statusCode(200);
        for (String role : roleIds) {
            add(bySystemKey(), role, account).then().statusCode(200);
        }
        return account;
    }

    public Response membership(String account) {
        return service("identity-service").get("/internal/memberships/{community}/{account}", id, account);
    }

    public Response add(RequestSpecification by, String role, String account) {
        return by.body(Map.of("userId", account)).post("/system/roles/{role}/add", role);
    }

    public Response remove(RequestSpecification by, String role, String account) {
        return by.body(Map.of("userId", account)).post("/system/roles/{role}/remove", role);
    }

    public static ValidatableResponse create(RequestSpecification by, Map<String, Object> role) {
        return by.body(role).post("/system/roles").then();
    }

    public static ValidatableResponse update(RequestSpecification by, String roleId, Map<String, Object> role) {
        return by.body(role).put("/system/roles/{id}", roleId).then();
    }

    public static ValidatableResponse delete(RequestSpecification by, String roleId) {
        return by.delete("/system/roles/{id}", roleId).then();
    }

    /** A new role that grants these permissions. */
    public String role(int order, String... granted) {
        return create(bySystemKey(), roleBody("Gold", order, granted)).extract().path("body._id");
    }

    public static Map<String, Object> roleBody(String title, int order, String... granted) {
        List<String> on = Arrays.asList(granted);
        Map<String, Object> server = flags(SERVER, on);
        OPTIONAL.stream().filter(on::contains).forEach(name -> server.put(name, true));
        return new HashMap<>(Map.of(
                "class",
                "red",
                "title",
                title,
                "order",
                order,
                "billable",
                false,
                "server_permissions",
                server,
                "channel_permissions",
                flags(CHANNEL, on)));
    }

    private static Map<String, Object> flags(List<String> names, List<String> on) {
        Map<String, Object> flags = new HashMap<>();
        names.forEach(name -> flags.put(name, on.contains(name)));
        return flags;
    }
}
