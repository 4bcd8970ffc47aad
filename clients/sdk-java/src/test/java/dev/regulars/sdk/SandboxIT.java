package dev.regulars.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.sdk.api.LedgerApi;
import dev.regulars.sdk.api.MessagesApi;
import dev.regulars.sdk.api.UsersApi;
import dev.regulars.sdk.model.SendMessageRequest;
import dev.regulars.sdk.model.WhichUser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Uses the generated client as a partner would, against the sandbox that {@code make sdk} has started. */
class SandboxIT {

    private JsonNode sandbox;
    private ApiClient client;

    @BeforeEach
    void connect() throws IOException {
        String home = System.getProperty("sandbox", System.getProperty("repository") + "/.sandbox/sandbox.json");
        sandbox = new ObjectMapper().readTree(Path.of(home).toFile());
        client = client(sandbox.path("apiKey").asText());
    }

    @Test
    void anApiKeyReadsAMember() throws ApiException {
        var which = new WhichUser().idOrEmail(sandbox.at("/member/email").asText());

        var user = new UsersApi(client).readUserInfo(which, null).getData();

        assertThat(user.getObjectId()).isEqualTo(sandbox.at("/member/_id").asText());
        assertThat(user.getUsername()).isEqualTo(sandbox.at("/member/username").asText());
    }

    @Test
    void aMessageIsSentOnceForItsKey() throws ApiException {
        var message = new SendMessageRequest()
                .channelId(sandbox.at("/channel/_id").asText())
                .sender(sandbox.at("/member/email").asText())
                .message("Sent by the Java client");
        var messages = new MessagesApi(client);
        String key = UUID.randomUUID().toString();

        var first = messages.sendMessage(message, null, key);

        assertThat(messages.sendMessage(message, null, key)).isEqualTo(first);
    }

    @Test
    void aRefusalTellsWhy() {
        var users = new UsersApi(client("none"));

        assertThatThrownBy(() -> users.readUserInfo(new WhichUser().idOrEmail("1"), null))
                .isInstanceOfSatisfying(ApiException.class, refusal -> {
                    assertThat(refusal.getCode()).isEqualTo(401);
                    assertThat(refusal.getResponseBody()).contains("Invalid token");
                    assertThat(refusal.getResponseHeaders().firstValue("X-Error-Code"))
                            .contains("credential_invalid");
                });
    }

    @Test
    void theLedgerAddsUp() throws ApiException {
        var audit = new LedgerApi(client).auditLedger(null).getData();

        assertThat(audit.getUnits()).allSatisfy(unit -> assertThat(unit.getSum()).isZero());
    }

    private ApiClient client(String token) {
        var made = new ApiClient();
        made.updateBaseUri(sandbox.path("gateway").asText());
        made.setRequestInterceptor(request -> request.setHeader("Authorization", "Bearer " + token));
        return made;
    }
}
