package dev.regulars.community;

import static dev.regulars.community.Community.roleBody;
import static dev.regulars.testkit.Tokens.user;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names that cannot be shown and ids of elsewhere, in whatever field they come: refused, and nothing half-done. */
@QuarkusTest
class BadInputTest {

    private static final String ELSEWHERE = "e".repeat(24);
    private static final List<String> UNFIT =
            List.of("", "a".repeat(10_000), "a\u202Eb", "\u200B", "\u3164", "a\u0000b");

    /** A field of a call that people read. */
    record Field(String method, String path, String name, Map<String, Object> body) {

        @Override
        public String toString() {
            return method + " " + path + " " + name;
        }
    }

    Community community;
    String member;
    String channel;

    @BeforeEach
    void found() {
        community = new Community();
        member = community.member();
        channel = community
                .bySystemKey()
                .body(Map.of("topic", "General", "channelType", "open"))
                .post("/system/channels")
                .path("body._id");
    }

    static Stream<Field> fields() {
        return Stream.of(
                new Field("POST", "/system/servers", "name", Map.of()),
                new Field("PUT", "/system/servers/{community}", "name", Map.of()),
                new Field("PUT", "/store/management/communities/{community}", "name", Map.of()),
                new Field("POST", "/system/roles", "title", roleBody("Gold", 1)),
                new Field("POST", "/system/roles", "class", roleBody("Gold", 1)),
                new Field("POST", "/system/channels", "topic", Map.of("channelType", "open")),
                new Field("PUT", "/system/channels/{channel}", "topic", Map.of("channelType", "open")),
                new Field(
                        "POST",
                        "/application/communities/{community}/sanctions",
                        "reason",
                        Map.of("userId", "{member}", "kind", "warn")));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void whatCannotBeShownIsRefusedByTheNameOfItsField(Field field) {
        for (String value : UNFIT) {
            var body = new HashMap<>(field.body());
            body.replace("userId", member);
            body.put(field.name(), value);

            community
                    .byOwner()
                    .body(body)
                    .request(
                            field.method(),
                            field.path().replace("{community}", community.id).replace("{channel}", channel))
                    .then()
                    .statusCode(400)
                    .body(containsString(value.contains("\u0000") ? "" : field.name()));
        }
    }

    @Test
    void whatIsOfElsewhereIsNotFoundAndNothingIsDone() {
        String here = "/application/communities/" + community.id;
        String role = community.role(1);

        refused(404, "POST", "/system/roles/" + ELSEWHERE + "/add", Map.of("userId", member));
        refused(404, "POST", "/system/roles/" + role + "/add", Map.of("userId", ELSEWHERE));
        refused(404, "POST", "/system/roles/" + role + "/remove", Map.of("userId", ELSEWHERE));
        refused(404, "PUT", "/system/roles/" + ELSEWHERE, roleBody("Gold", 1));
        refused(404, "PUT", "/system/channels/" + ELSEWHERE, Map.of("topic", "a", "channelType", "open"));
        refused(404, "POST", here + "/sanctions", Map.of("userId", ELSEWHERE, "kind", "ban", "reason", "a"));
        refused(404, "POST", here + "/sanctions/" + ELSEWHERE + "/lift", Map.of("reason", "a"));
        refused(404, "PUT", overwrites(ELSEWHERE) + "role/" + role, Map.of("allow", List.of("post_messages")));
        refused(404, "PUT", overwrites(channel) + "role/" + ELSEWHERE, Map.of("allow", List.of("post_messages")));
        refused(404, "PUT", overwrites(channel) + "user/" + ELSEWHERE, Map.of("deny", List.of("post_messages")));
        refused(400, "POST", here + "/invites", Map.of("roleIds", List.of(ELSEWHERE)))
                .body("meta.errors[0].field", equalTo("roleIds"));
        user(Community.account())
                .body(Map.of("inviteCode", "nobody-made-it"))
                .post(here + "/join")
                .then()
                .statusCode(409);

        nothing(here + "/invites", "data");
        nothing(overwrites(channel).replaceAll("/$", ""), "data");
        community.membership(member).then().statusCode(200).body("roleIds", hasSize(0));
    }

    @Test
    void anUnknownPermissionIsRefusedByTheNameOfItsField() {
        refused(400, "PUT", overwrites(channel) + "role/" + community.id, Map.of("allow", List.of("fly")))
                .body("meta.errors[0].field", equalTo("allow"));
        refused(400, "PUT", overwrites(channel) + "role/" + community.id, Map.of("deny", List.of("ban_members")))
                .body("meta.errors[0].field", equalTo("deny"));
        community
                .byOwner()
                .queryParams("user", member, "action", "fly")
                .get("/application/communities/{id}/permissions/explain", community.id)
                .then()
                .statusCode(400)
                .body("meta.errors[0].field", equalTo("action"));
    }

    private String overwrites(String channel) {
        return "/application/communities/" + community.id + "/channels/" + channel + "/overwrites/";
    }

    private ValidatableResponse refused(int status, String method, String path, Map<String, ?> body) {
        return community.byOwner().body(body).request(method, path).then().statusCode(status);
    }

    private void nothing(String path, String where) {
        community.byOwner().get(path).then().statusCode(200).body(where, hasSize(0));
    }
}
