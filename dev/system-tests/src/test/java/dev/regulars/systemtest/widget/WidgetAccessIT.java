package dev.regulars.systemtest.widget;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.sandbox.SandboxProcess;
import dev.regulars.systemtest.operation.Operation;
import dev.regulars.systemtest.sandbox.Http;
import dev.regulars.systemtest.sandbox.SharedSandbox;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the tokens of widgets open, through the gateway. */
@ExtendWith(SharedSandbox.class)
class WidgetAccessIT {

    private static final String MALFORMED = "{";

    private final SandboxProcess sandbox;
    private final WidgetTokens tokens;

    WidgetAccessIT(SandboxProcess sandbox) throws IOException {
        this.sandbox = sandbox;
        this.tokens = new WidgetTokens(sandbox);
    }

    /** Anybody can type who they are: no purchase, spin, message, balance, order or e-mail address. */
    @TestFactory
    Stream<DynamicTest> publicWidgetsReadWhatEveryMemberMaySeeAndNothingElse()
            throws IOException, InterruptedException {
        String token = tokens.ofVisitor();
        return Operation.of(Http.get(sandbox.gateway() + "/openapi.json")).stream()
                .filter(operation -> !operation.isPublic())
                .filter(operation -> !operation.id().equals("validateWidgetToken"))
                .map(operation -> dynamicTest(operation.toString(), () -> {
                    int status = call(operation, token).status();
                    boolean isOpen = operation.definition().path("x-needs").has("attributeWidget");
                    assertThat(status == 401 || status == 403).isEqualTo(!isOpen);
                    assertThat(isOpen && !operation.method().equals("GET"))
                            .as("only reads are open")
                            .isFalse();
                }));
    }

    @Test
    void tokenOfOneCommunityIsOfNoUseInAnother() throws IOException, InterruptedException {
        String token = tokens.ofMember(tokens.createAccessKey());
        String own = "/v1/communities/" + sandbox.demo().community().objectId() + "/users";
        String other = "/v1/communities/" + "a".repeat(24) + "/users";

        assertThat(get(own, token)).isEqualTo(200);
        assertThat(get(other, token)).isEqualTo(404);
        assertThat(get("/v1/store-page?communityId=" + "a".repeat(24), token)).isEqualTo(404);
    }

    @Test
    void tokensOfARevokedKeyAreRefusedWithinASecond() throws IOException, InterruptedException {
        JsonNode key = tokens.createAccessKey();
        String token = tokens.ofMember(key);
        assertThat(get("/v1/store-page", token)).isEqualTo(200);

        tokens.deleteAccessKey(key);
        Instant deleted = Instant.now();

        await().pollInterval(ofMillis(10)).atMost(ofSeconds(5)).until(() -> get("/v1/store-page", token) == 401);
        assertThat(Instant.now()).isBefore(deleted.plusSeconds(1));
        assertThat(tokens.ofMember(key)).isEmpty();
    }

    private int get(String path, String token) throws IOException, InterruptedException {
        return Http.send("GET", sandbox.gateway() + path, null, Map.of("Authorization", "Bearer " + token))
                .status();
    }

    private Http.Response call(Operation operation, String token) throws IOException, InterruptedException {
        Map<String, String> headers = new HashMap<>(Map.of("Authorization", "Bearer " + token));
        if (operation.hasBody()) {
            headers.put("Content-Type", operation.takesForm() ? Operation.FORM + "; boundary=x" : "application/json");
        }
        String path = operation
                .path()
                .replace("{communityId}", sandbox.demo().community().objectId())
                .replaceAll("\\{\\w+}", "0".repeat(24));
        byte[] body = operation.hasBody() ? MALFORMED.getBytes(UTF_8) : null;
        return Http.send(operation.method(), sandbox.gateway() + path, body, headers);
    }
}
