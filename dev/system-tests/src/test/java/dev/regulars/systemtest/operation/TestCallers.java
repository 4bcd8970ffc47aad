package dev.regulars.systemtest.operation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.sandbox.SandboxProcess;
import dev.regulars.sandbox.seed.Demo;
import dev.regulars.systemtest.sandbox.DemoApiKeys;
import dev.regulars.systemtest.sandbox.Http;
import dev.regulars.systemtest.sandbox.Mailbox;
import dev.regulars.systemtest.sandbox.RoleRequests;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The callers of every operation: people, keys and a service, of the demo community and of another one. */
final class TestCallers {

    private static final String PASSWORD = "@Password123";

    private record CommunityKey(String community, Set<String> permissions) {}

    private final SandboxProcess sandbox;
    private final Demo demo;
    private final Set<String> permissions;
    private final String memberEmail;
    private final String otherEmail;
    private final String otherCommunity;
    private final String revokedKey;
    private final Map<CommunityKey, String> keys = new HashMap<>();
    private String adminEmail = "";
    private final Map<CallerKind, String> tokens = new EnumMap<>(CallerKind.class);

    /** @param permissions all permissions that an operation needs */
    TestCallers(SandboxProcess sandbox, Set<String> permissions) throws IOException, InterruptedException {
        this.sandbox = sandbox;
        this.demo = sandbox.demo();
        this.permissions = permissions;
        this.memberEmail = signUp("member");
        addToDemo(memberEmail);
        this.otherEmail = signUp("other");
        this.otherCommunity = post("/api/v1/servers", Map.of("name", "Other"), token(CallerKind.OTHER_OWNER))
                .at("/body/_id")
                .asText();
        JsonNode revoked = createKey(token(CallerKind.OWNER), community(), permissions);
        new DemoApiKeys(sandbox).delete(revoked);
        this.revokedKey = revoked.path("key").asText();
    }

    String community() {
        return demo.community().objectId();
    }

    String otherCommunity() {
        return otherCommunity;
    }

    /** Credential headers for a call of this operation. */
    Map<String, String> credential(CallerKind kind, Operation operation) throws IOException, InterruptedException {
        return switch (kind) {
            case NONE -> Map.of();
            case MEMBER, ADMIN, OWNER, OTHER_OWNER ->
                operation.isRocketChat() ? tokenAndUser(token(kind)) : bearer(token(kind));
            case ONLY_PERMISSION -> bearer(key(CallerKind.OWNER, community(), only(operation)));
            case WITHOUT_PERMISSION -> bearer(key(CallerKind.OWNER, community(), without(operation)));
            case REVOKED_KEY -> bearer(revokedKey);
            case SYSTEM_KEY -> Map.of("x-api-key", demo.systemKey());
            case SERVICE -> bearer(ServiceToken.of(sandbox));
        };
    }

    /** After a call that may have ended sessions. */
    synchronized void forgetTokens() {
        tokens.clear();
    }

    private synchronized String token(CallerKind kind) throws IOException, InterruptedException {
        if (!tokens.containsKey(kind)) {
            tokens.put(
                    kind,
                    switch (kind) {
                        case MEMBER -> login(memberEmail, PASSWORD);
                        case ADMIN -> login(admin(), PASSWORD);
                        case OWNER -> login(demo.owner().email(), demo.owner().password());
                        default -> login(otherEmail, PASSWORD);
                    });
        }
        return tokens.get(kind);
    }

    /** A key of the other community with the permission of the operation. */
    Map<String, String> otherKey(Operation operation) throws IOException, InterruptedException {
        return bearer(key(CallerKind.OTHER_OWNER, otherCommunity, only(operation)));
    }

    private Set<String> only(Operation operation) {
        return operation.permission().isEmpty() ? permissions : operation.permissions();
    }

    private Set<String> without(Operation operation) {
        Set<String> rest = new HashSet<>(permissions);
        rest.removeAll(operation.permissions());
        return rest;
    }

    private synchronized String key(CallerKind owner, String community, Set<String> wanted)
            throws IOException, InterruptedException {
        var key = new CommunityKey(community, wanted);
        if (!keys.containsKey(key)) {
            keys.put(key, createKey(token(owner), community, wanted).path("key").asText());
        }
        return keys.get(key);
    }

    private JsonNode createKey(String token, String community, Set<String> wanted)
            throws IOException, InterruptedException {
        var body = Map.of("name", "Every operation", "permissions", List.copyOf(wanted), "expirePeriod", 0);
        return post("/v1/communities/" + community + "/api-keys", body, token).path("data");
    }

    /** Returns the e-mail address of a new, verified user. */
    private String signUp(String prefix) throws IOException, InterruptedException {
        String name = prefix + UUID.randomUUID().toString().substring(0, 12);
        String email = name + "@example.com";
        JsonNode unused = post(
                "/api/v1/auth/register",
                Map.of(
                        "firstname", "Olu",
                        "lastname", "Other",
                        "username", name,
                        "email", email,
                        "password", PASSWORD,
                        "confirmPassword", PASSWORD),
                "");
        String code = new Mailbox(sandbox, email).first(Mailbox.CODE);
        unused = post("/api/v1/auth/verify-email", Map.of("email", email, "code", code), "");
        return email;
    }

    private void addToDemo(String email) throws IOException, InterruptedException {
        Map<String, Object> user = new HashMap<>(Map.of(
                "firstname", "Olu",
                "lastname", "Other",
                "username", email.split("@", 2)[0],
                "displayname", "Olu",
                "email", email));
        user.putAll(Map.of("accessLevel", 0, "joinServer", true, "emailPassword", false, "sendEmail", false));
        JsonNode unused = post("/v1/users", user, demo.apiKey());
        String token = new Mailbox(sandbox, email).first(Mailbox.TOKEN);
        unused = post("/v1/auth/account-links/confirm", Map.of("token", token, "accept", true), "");
        await().atMost(Duration.ofSeconds(20)).until(() -> isMember(email));
    }

    /** The e-mail address of a member with server_administrator, created on first use. */
    private String admin() throws IOException, InterruptedException {
        if (adminEmail.isEmpty()) {
            String email = signUp("admin");
            addToDemo(email);
            makeAdmin(email);
            adminEmail = email;
        }
        return adminEmail;
    }

    private void makeAdmin(String email) throws IOException, InterruptedException {
        String account = post("/api/v1/auth/login", Map.of("email", email, "password", PASSWORD), "")
                .at("/body/user/_id")
                .asText();
        Map<String, Object> role = RoleRequests.administrator("Administrators", 1_000);
        String id = system("/api/v1/roles", role).at("/body/_id").asText();
        JsonNode unused = system("/api/v1/roles/" + id + "/add", Map.of("userId", account));
        String keys = sandbox.gateway() + "/v1/communities/" + community() + "/api-keys";
        Map<String, String> headers = new HashMap<>(bearer(login(email, PASSWORD)));
        headers.put("Content-Type", "application/json");
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        Http.send("POST", keys, "{".getBytes(UTF_8), headers).status() == 400);
    }

    private JsonNode system(String path, Object body) throws IOException, InterruptedException {
        var headers = Map.of("Content-Type", "application/json", "x-api-key", demo.systemKey());
        var response =
                Http.send("POST", sandbox.gateway() + path, Http.write(body).getBytes(UTF_8), headers);
        assertThat(response.status()).as(path + ": " + response.text()).isBetween(200, 299);
        return response.json();
    }

    private boolean isMember(String email) throws IOException, InterruptedException {
        byte[] body = Http.write(Map.of("idOrEmail", email)).getBytes(UTF_8);
        Map<String, String> headers = new HashMap<>(bearer(demo.apiKey()));
        headers.put("Content-Type", "application/json");
        return Http.send("POST", sandbox.gateway() + "/v1/users/info", body, headers)
                        .status()
                == 200;
    }

    private String login(String email, String password) throws IOException, InterruptedException {
        return post("/api/v1/auth/login", Map.of("email", email, "password", password), "")
                .at("/body/token")
                .asText();
    }

    private static Map<String, String> tokenAndUser(String token) throws IOException {
        byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        String user = new ObjectMapper().readTree(claims).path("_id").asText();
        return Map.of("X-Auth-Token", token, "X-User-Id", user);
    }

    private static Map<String, String> bearer(String credential) {
        return Map.of("Authorization", "Bearer " + credential);
    }

    private JsonNode post(String path, Object body, String credential) throws IOException, InterruptedException {
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/json"));
        if (!credential.isEmpty()) {
            headers.putAll(bearer(credential));
        }
        var response =
                Http.send("POST", sandbox.gateway() + path, Http.write(body).getBytes(UTF_8), headers);
        assertThat(response.status()).as(path + ": " + response.text()).isBetween(200, 299);
        return response.json();
    }
}
