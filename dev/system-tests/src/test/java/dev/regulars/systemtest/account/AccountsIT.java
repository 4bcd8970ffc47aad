package dev.regulars.systemtest.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.sandbox.SandboxProcess;
import dev.regulars.systemtest.sandbox.Http;
import dev.regulars.systemtest.sandbox.Http.Response;
import dev.regulars.systemtest.sandbox.Mailbox;
import dev.regulars.systemtest.sandbox.SharedSandbox;
import dev.regulars.testkit.Concurrently;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Accounts and sessions through the gateway: statuses, messages, and the effect on the very next call. */
@ExtendWith(SharedSandbox.class)
class AccountsIT {

    private static final String PASSWORD = "@Password123";
    private static final String ANOTHER = "another @Password456";

    private final SandboxProcess sandbox;
    private final String name = "acc" + UUID.randomUUID().toString().substring(0, 8);

    AccountsIT(SandboxProcess sandbox) {
        this.sandbox = sandbox;
    }

    @Test
    void fromSignUpToSignOut() throws IOException, InterruptedException {
        signUp();
        Response system = login("/api/v1/auth/login", PASSWORD);
        says(system, 200, "User has been logged in successfully");
        JsonNode login =
                says(login("/v1/auth/login", PASSWORD), 200, "Login success.").path("data");
        assertThat(login.at("/user/username").asText()).isEqualTo(name);
        String token = login.path("token").asText();

        assertThat(says(get("/v1/me", token), 200, "Read profile success.")
                        .at("/data/email")
                        .asText())
                .isEqualTo(email());
        assertThat(says(get("/v1/me/sessions", token), 200, "Read sessions success.")
                        .path("data"))
                .hasSize(2);
        JsonNode next = says(
                        post(
                                "/v1/auth/refresh",
                                Map.of(
                                        "refreshToken",
                                        login.path("refreshToken").asText()),
                                null),
                        200,
                        "Refresh success.")
                .path("data");
        says(post("/v1/auth/logout", null, next.path("token").asText()), 200, "Logout success.");
        says(get("/v1/me", token), 401, "Unauthorized");
        says(get("/v1/me", next.path("token").asText()), 401, "Unauthorized");
        says(get("/v1/me", system.json().at("/body/token").asText()), 200, "Read profile success.");
    }

    @Test
    void parallelRefreshesGetOneSuccessor() throws IOException, InterruptedException {
        signUp();
        JsonNode login = login("/v1/auth/login", PASSWORD).json().path("data");
        Map<String, String> body =
                Map.of("refreshToken", login.path("refreshToken").asText());

        List<Response> responses = Concurrently.call(64, number -> unchecked("/v1/auth/refresh", body));

        Set<String> successors = new HashSet<>();
        for (Response response : responses) {
            successors.add(says(response, 200, "Refresh success.")
                    .at("/data/refreshToken")
                    .asText());
        }
        assertThat(successors).hasSize(1);
        String token = responses.getFirst().json().at("/data/token").asText();
        assertThat(says(get("/v1/me/sessions", token), 200, "Read sessions success.")
                        .path("data"))
                .hasSize(1);
    }

    @Test
    void anotherUsersSessionIsNotFound() throws IOException, InterruptedException {
        signUp();
        String token =
                login("/v1/auth/login", PASSWORD).json().at("/data/token").asText();
        says(call("DELETE", "/v1/me/sessions/" + "0".repeat(24), null, token), 404, "Record Not Found");
        says(call("DELETE", "/v1/me/sessions/nope", null, token), 400, "Bad Request");
    }

    @Test
    void aForgottenPasswordIsReset() throws IOException, InterruptedException {
        signUp();
        String token =
                login("/v1/auth/login", PASSWORD).json().at("/data/token").asText();
        Response known = post("/v1/auth/forgot-password", Map.of("email", email()), null);
        Response unknown = post("/v1/auth/forgot-password", Map.of("email", "no" + email()), null);
        says(known, 202, "Forgot password success.");
        assertThat(unknown.text()).isEqualTo(known.text());
        Map<String, String> reset = Map.of("token", mailed(Mailbox.TOKEN, 1), "password", ANOTHER);

        says(post("/v1/auth/reset-password", reset, null), 200, "Reset password success.");

        says(get("/v1/me", token), 401, "Unauthorized");
        JsonNode again = says(post("/v1/auth/reset-password", reset, null), 400, "Bad Request");
        assertThat(again.at("/meta/errors/0/message").asText()).isEqualTo("token is invalid or expired");
        says(login("/v1/auth/login", PASSWORD), 401, "Unauthorized");
        says(login("/v1/auth/login", ANOTHER), 200, "Login success.");
    }

    @Test
    void aChangedPasswordAndASecondFactorAreRequired() throws IOException, InterruptedException {
        signUp();
        String token =
                login("/v1/auth/login", PASSWORD).json().at("/data/token").asText();
        Map<String, String> change = Map.of("currentPassword", PASSWORD, "password", ANOTHER);
        says(call("PUT", "/v1/me/password", change, token), 200, "Update password success.");
        says(get("/v1/me", token), 200, "Read profile success.");

        says(post("/v1/me/second-factor", Map.of("password", ANOTHER), token), 200, "Enable second factor success.");

        says(login("/v1/auth/login", ANOTHER), 401, "Second factor required");
        Map<String, String> body = new HashMap<>(Map.of("email", email(), "password", ANOTHER, "code", "nope"));
        says(post("/api/v1/auth/login", body, null), 401, "Second factor invalid");
        body.put("code", mailed(Mailbox.CODE, 2));
        says(post("/api/v1/auth/login", body, null), 200, "User has been logged in successfully");
    }

    @Test
    void aRepeatUnderTheSameIdempotencyKeyGetsTheSameResponse() throws IOException, InterruptedException {
        signUp();
        String token =
                login("/v1/auth/login", PASSWORD).json().at("/data/token").asText();
        String other =
                login("/v1/auth/login", PASSWORD).json().at("/data/token").asText();

        says(again("PATCH", "/v1/me", Map.of("displayName", "Ana S."), token), 200, "Update profile success.");
        says(
                again("POST", "/v1/auth/forgot-password", Map.of("email", email()), null),
                202,
                "Forgot password success.");
        Map<String, String> change = Map.of("currentPassword", PASSWORD, "password", ANOTHER);
        says(again("PUT", "/v1/me/password", change, token), 200, "Update password success.");
        says(get("/v1/me", other), 401, "Unauthorized");
        assertThat(says(again("DELETE", "/v1/me/sessions", null, token), 200, "Delete sessions success.")
                        .at("/data/revoked")
                        .asInt())
                .isZero();
    }

    /** Sends the call twice under one idempotency key and returns the second response, which must equal the first. */
    private Response again(String method, String path, @Nullable Object body, @Nullable String token)
            throws IOException, InterruptedException {
        var headers = new HashMap<>(
                Map.of("Content-Type", "application/json", "Idempotency-Key", name + path.replace('/', '-')));
        if (token != null) {
            headers.put("Authorization", "Bearer " + token);
        }
        byte[] bytes = body == null ? null : Http.write(body).getBytes(UTF_8);
        Response first = Http.send(method, sandbox.gateway() + path, bytes, headers);
        Response second = Http.send(method, sandbox.gateway() + path, bytes, headers);
        assertThat(second.status()).as(second.text()).isEqualTo(first.status());
        assertThat(second.text()).isEqualTo(first.text());
        return second;
    }

    private void signUp() throws IOException, InterruptedException {
        Map<String, String> form = Map.of(
                "firstname",
                "Ana",
                "lastname",
                "Silva",
                "username",
                name,
                "email",
                email(),
                "password",
                PASSWORD,
                "confirmPassword",
                PASSWORD);
        says(post("/api/v1/auth/register", form, null), 200, "User has been registered successfully");
        Map<String, String> code = Map.of("email", email(), "code", mailed(Mailbox.CODE, 1));
        says(post("/api/v1/auth/verify-email", code, null), 200, "Email has been verified successfully");
        says(post("/api/v1/auth/verify-email", code, null), 400, "code is invalid or expired");
    }

    private Response login(String path, String password) throws IOException, InterruptedException {
        return post(path, Map.of("email", email(), "password", password), null);
    }

    private static JsonNode says(Response response, int status, String message) throws IOException {
        assertThat(response.status()).as(response.text()).isEqualTo(status);
        JsonNode body = response.json();
        assertThat(body.path("message").asText(body.at("/meta/message").asText()))
                .isEqualTo(message);
        return body;
    }

    /** @param which counts matching mails from the oldest, starting at 1 */
    private String mailed(Pattern secret, int which) {
        return new Mailbox(sandbox, email()).nth(secret, which);
    }

    private Response unchecked(String path, Object body) {
        try {
            return post(path, body, null);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Response get(String path, String token) throws IOException, InterruptedException {
        return call("GET", path, null, token);
    }

    private Response post(String path, @Nullable Object body, @Nullable String token)
            throws IOException, InterruptedException {
        return call("POST", path, body, token);
    }

    private Response call(String method, String path, @Nullable Object body, @Nullable String token)
            throws IOException, InterruptedException {
        var headers = new HashMap<>(Map.of("Content-Type", "application/json"));
        if (token != null) {
            headers.put("Authorization", "Bearer " + token);
        }
        byte[] bytes =
                body == null || method.equals("GET") ? null : Http.write(body).getBytes(UTF_8);
        return Http.send(method, sandbox.gateway() + path, bytes, headers);
    }

    private String email() {
        return name + "@example.com";
    }
}
