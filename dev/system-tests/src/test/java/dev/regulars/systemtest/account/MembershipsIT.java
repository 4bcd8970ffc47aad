package dev.regulars.systemtest.account;

import static dev.regulars.systemtest.sandbox.Mailbox.CODE;
import static dev.regulars.systemtest.sandbox.Mailbox.TOKEN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.regulars.sandbox.SandboxProcess;
import dev.regulars.sandbox.seed.Demo;
import dev.regulars.systemtest.sandbox.Http;
import dev.regulars.systemtest.sandbox.Http.Response;
import dev.regulars.systemtest.sandbox.Mailbox;
import dev.regulars.systemtest.sandbox.SharedSandbox;
import dev.regulars.testkit.Concurrently;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Adding, deleting, restoring and disabling users: contract §1.2, 3.1.3, 3.1.4, 3.17. */
@ExtendWith(SharedSandbox.class)
class MembershipsIT {

    private static final String USERS = "/apis/v1/users";
    private static final String CONFIRM = "/v1/auth/account-links/confirm";
    private static final String PASSWORD = "@Password123";

    private final SandboxProcess sandbox;
    private final String name = "u" + UUID.randomUUID().toString().substring(0, 12);
    private final String email = name + "@example.com";
    private Demo demo;
    private String owner;
    private String otherKey;

    MembershipsIT(SandboxProcess sandbox) {
        this.sandbox = sandbox;
    }

    @BeforeEach
    void createAnotherCommunity() throws IOException, InterruptedException {
        demo = sandbox.demo();
        owner = login(demo.owner().email(), demo.owner().password());
        String id = post("/api/v1/servers", Map.of("name", "Elsewhere"), owner)
                .json()
                .at("/body/_id")
                .asText();
        otherKey = post(
                        "/v1/communities/" + id + "/api-keys",
                        Map.of("name", "a", "permissions", List.of("getUserData", "createUser", "manageUser")),
                        owner)
                .json()
                .at("/data/key")
                .asText();
    }

    @Test
    void aMemberIsDeletedAndRestoredByTheKeyOfTheirCommunityOnly() throws IOException, InterruptedException {
        assertThat(create(demo.apiKey()).status()).isEqualTo(200);
        String before = info(demo.apiKey()).text();

        assertRefused(manage("delete", otherKey), 404, "Record Not Found");
        for (int i = 0; i < 2; i++) {
            assertThat(manage("delete", demo.apiKey()).text()).isEqualTo(managed("deleted", "delete"));
        }
        assertRefused(info(demo.apiKey()), 404, "Record Not Found");
        for (int i = 0; i < 2; i++) {
            assertThat(manage("restore", demo.apiKey()).text()).isEqualTo(managed("restored", "restore"));
        }
        assertThat(info(demo.apiKey()).text()).isEqualTo(before);
    }

    @Test
    void anAccountIsLinkedToAnotherCommunityAfterItsOwnerAccepts() throws Exception {
        assertThat(create(demo.apiKey()).status()).isEqualTo(200);

        Response asked = create(otherKey);
        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.text())
                .isEqualTo("{\"status\":\"success\",\"message\":\"Confirmation sent\",\"data\":{\"email\":\"" + email
                        + "\",\"status\":\"pending\"}}");
        assertRefused(info(otherKey), 404, "Record Not Found");

        Map<String, Object> yes = Map.of("token", new Mailbox(sandbox, email).first(TOKEN), "accept", true);
        assertThat(post(CONFIRM, yes, null).text())
                .isEqualTo("{\"meta\":{\"status\":\"success\",\"statusCode\":200},"
                        + "\"message\":\"Confirm account link success.\",\"data\":{\"status\":\"accepted\"}}");
        assertThat(post(CONFIRM, yes, null).text())
                .isEqualTo(
                        "{\"meta\":{\"status\":\"error\",\"statusCode\":400,\"code\":\"token_refused\",\"errors\":[{\"field\":\"token\","
                                + "\"message\":\"token is invalid or expired\"}]},\"message\":\"Bad Request\"}");
        assertThat(info(otherKey).status()).isEqualTo(200);
        assertRefused(create(otherKey), 409, "email already exists");
    }

    @Test
    void aDisabledUserIsRefusedWithinASecondAndOnlyAnAdminDisables() throws Exception {
        String token = register();
        Response mine = post("/api/v1/servers", Map.of("name", "Mine"), token);
        assertThat(mine.status()).isEqualTo(200);
        String disable = "/v1/users/" + id() + "/disable";
        assertThat(post(disable, Map.of("reason", "a"), token).text())
                .isEqualTo(
                        "{\"meta\":{\"status\":\"error\",\"statusCode\":401,\"code\":\"permission_missing\"},\"message\":\"Unauthorized\"}");

        assertThat(post(disable, Map.of("reason", "Sells points outside"), owner)
                        .text())
                .isEqualTo("{\"meta\":{\"status\":\"success\",\"statusCode\":200},"
                        + "\"message\":\"Disable user success.\",\"data\":{\"disabled\":true}}");

        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(1))
                .until(() ->
                        post("/api/v1/servers", Map.of("name", "Mine"), token).status() == 401);
        assertThat(post("/api/v1/auth/login", Map.of("email", email, "password", PASSWORD), null)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void whoeverJoinsByManyRequestsAtOnceJoinsOnce() throws Exception {
        String token = register();
        String join = "/v1/communities/" + demo.community().objectId() + "/join";

        List<Response> answers = Concurrently.call(64, number -> {
            try {
                return post(join, Map.of(), token);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });

        assertThat(answers).extracting(Response::status).containsOnly(200);
        assertThat(answers)
                .extracting(Response::text)
                .containsOnly(answers.getFirst().text());
    }

    /** A verified account's token. */
    private String register() throws IOException, InterruptedException {
        Map<String, Object> person = Map.of(
                "firstname",
                "Ana",
                "lastname",
                "Okafor",
                "username",
                name,
                "email",
                email,
                "password",
                PASSWORD,
                "confirmPassword",
                PASSWORD);
        assertThat(post("/api/v1/auth/register", person, null).status()).isEqualTo(200);
        assertThat(post(
                                "/api/v1/auth/verify-email",
                                Map.of("email", email, "code", new Mailbox(sandbox, email).first(CODE)),
                                null)
                        .status())
                .isEqualTo(200);
        return login(email, PASSWORD);
    }

    /** The id comes from a login, since the account is in no community. */
    private String id() throws IOException, InterruptedException {
        return post("/api/v1/auth/login", Map.of("email", email, "password", PASSWORD), null)
                .json()
                .at("/body/user/_id")
                .asText();
    }

    private String managed(String done, String action) {
        return "{\"status\":\"success\",\"message\":\"User " + done + " successfully\",\"action\":\"" + action
                + "\",\"user\":\"" + name + "\"}";
    }

    private Response create(String key) throws IOException, InterruptedException {
        return post(
                USERS,
                Map.of(
                        "firstname",
                        "Ana",
                        "lastname",
                        "Okafor",
                        "username",
                        name,
                        "displayname",
                        "Ana",
                        "email",
                        email,
                        "accessLevel",
                        0,
                        "joinServer",
                        true,
                        "emailPassword",
                        false,
                        "sendEmail",
                        false),
                key);
    }

    private Response manage(String action, String key) throws IOException, InterruptedException {
        return post(USERS + "/manage", Map.of("action", action, "user", name), key);
    }

    private Response info(String key) throws IOException, InterruptedException {
        return post(USERS + "/info", Map.of("idOrEmail", email), key);
    }

    private String login(String who, String password) throws IOException, InterruptedException {
        return post("/api/v1/auth/login", Map.of("email", who, "password", password), null)
                .json()
                .at("/body/token")
                .asText();
    }

    private void assertRefused(Response response, int status, String message) {
        assertThat(response.status()).as(response.text()).isEqualTo(status);
        assertThat(response.text()).isEqualTo("{\"status\":\"error\",\"message\":\"" + message + "\"}");
    }

    private Response post(String path, Object body, @Nullable String credential)
            throws IOException, InterruptedException {
        var headers = new HashMap<>(Map.of("Content-Type", "application/json"));
        if (credential != null) {
            headers.put("Authorization", "Bearer " + credential);
        }
        return Http.send("POST", sandbox.gateway() + path, Http.write(body).getBytes(UTF_8), headers);
    }
}
