package dev.regulars.gateway.mcp;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.gateway.UpstreamExtension;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(UpstreamExtension.class)
class McpTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private String session;

    @BeforeEach
    void initialize() {
        Response response = send(
                request(),
                "initialize",
                Map.of(
                        "protocolVersion", "2025-03-26",
                        "capabilities", Map.of(),
                        "clientInfo", Map.of("name", "test", "version", "1")));
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        session = response.header("Mcp-Session-Id");
        request()
                .body(Map.of("jsonrpc", "2.0", "method", "notifications/initialized"))
                .post("/mcp");
    }

    @Test
    void everyOperationWithACredentialIsATool() throws IOException {
        Set<String> names = new HashSet<>();
        Map<String, Object> page = new HashMap<>();
        do {
            JsonNode result = result(send(request(), "tools/list", page));
            result.path("tools").forEach(tool -> {
                names.add(tool.path("name").asText());
                assertThat(tool.at("/inputSchema/type").asText()).isEqualTo("object");
            });
            page.put("cursor", result.path("nextCursor").asText(null));
        } while (page.get("cursor") != null);

        assertThat(names)
                .hasSizeGreaterThan(240)
                .contains("readUserInfo", "sendMessage", "createRule", "createWebhookReplay")
                .doesNotContain("loginUser", "bulkUpdateUsers", "followBulkJob");
    }

    @Test
    void aToolCallsItsOperationWithTheCallersCredential() throws IOException {
        JsonNode result = call("readUserInfo", Map.of("body", Map.of("idOrEmail", "ben@example.com")));

        JsonNode echoed = echoed(result);
        assertThat(echoed.path("uri").asText()).isEqualTo("/integration/users/info");
        assertThat(echoed.path("authorization").asText()).isEqualTo("Bearer token-good-mcp-null");
        assertThat(echoed.path("body").asText()).contains("ben@example.com");
        assertThat(result.path("isError").asBoolean()).isFalse();
    }

    @Test
    void aWriteIsADryRunUnlessItsCallerDecidesOtherwise() throws IOException {
        Map<String, Object> change = Map.of("communityId", "c", "fieldId", "f", "body", Map.of("name", "Deposit"));
        Map<String, Object> decided = new HashMap<>(change);
        decided.put("dryRun", false);

        assertThat(echoed(call("updateUserField", change)).path("uri").asText()).endsWith("/f?dryRun=true");
        assertThat(echoed(call("updateUserField", decided)).path("uri").asText())
                .endsWith("/f?dryRun=false");
    }

    @Test
    void aRefusalIsAnErrorOfTheTool() throws IOException {
        JsonNode result = call("listWebhooks", Map.of()); // nobody answers for that service

        assertThat(result.path("isError").asBoolean()).isTrue();
        assertThat(result.at("/content/0/text").asText()).startsWith("503").contains("Service Unavailable");
    }

    @Test
    void nothingElseOfTheInnerRouterIsReachable() {
        for (String path : new String[] {"/mcp/sse", "/mcp/messages/1", "/q/health", "/q/openapi", "/mcp/"}) {
            assertThat(given().get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    private static JsonNode echoed(JsonNode result) throws IOException {
        return JSON.readTree(result.at("/content/0/text").asText());
    }

    private JsonNode call(String tool, Map<String, Object> arguments) throws IOException {
        return result(send(
                request().header("Authorization", "Bearer good-mcp"),
                "tools/call",
                Map.of("name", tool, "arguments", arguments)));
    }

    private RequestSpecification request() {
        RequestSpecification request =
                given().contentType("application/json").header("Accept", "application/json, text/event-stream");
        return session == null ? request : request.header("Mcp-Session-Id", session);
    }

    private static Response send(RequestSpecification request, String method, Map<String, Object> params) {
        return request.body(Map.of("jsonrpc", "2.0", "id", 1, "method", method, "params", params))
                .post("/mcp");
    }

    /** As JSON, or as the only event of a stream. */
    private static JsonNode result(Response response) throws IOException {
        String text = response.asString();
        String json = text.lines()
                .filter(line -> line.startsWith("data:"))
                .map(line -> line.substring("data:".length()))
                .findFirst()
                .orElse(text);
        return JSON.readTree(json).path("result");
    }
}
