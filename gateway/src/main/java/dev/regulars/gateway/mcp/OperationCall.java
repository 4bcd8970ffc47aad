package dev.regulars.gateway.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.regulars.gateway.ratelimit.LoopbackPass;
import io.quarkiverse.mcp.server.TextContent;
import io.quarkiverse.mcp.server.ToolResponse;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Calls an operation through the gateway's own port, so that everything that holds for callers holds for tools. */
@Singleton
class OperationCall {

    private static final List<String> CREDENTIALS = List.of("Authorization", "x-api-key", "X-Auth-Token", "X-User-Id");
    private static final int CLIENT_ERROR = 400;

    private final WebClient http;
    private final ObjectMapper json;
    private final LoopbackPass pass;

    OperationCall(Vertx vertx, VertxHttpConfig config, ObjectMapper json, LoopbackPass pass) {
        this.json = json;
        this.pass = pass;
        int port = config.determinePort(LaunchMode.current());
        this.http = WebClient.create(
                vertx, new WebClientOptions().setDefaultHost("127.0.0.1").setDefaultPort(port));
    }

    /** @param caller headers of the request that called the tool */
    Uni<ToolResponse> call(ToolOperation operation, Map<String, Object> arguments, MultiMap caller) {
        HttpRequest<Buffer> request = http.request(HttpMethod.valueOf(operation.method()), path(operation, arguments));
        for (String header : CREDENTIALS) {
            caller.getAll(header).forEach(value -> request.headers().add(header, value));
        }
        request.putHeader(LoopbackPass.HEADER, pass.secret());
        parameters(operation, arguments, request);
        Object body = arguments.get(InputSchema.BODY);
        var sent = body == null
                ? request.send()
                : request.putHeader("Content-Type", "application/json").sendBuffer(body(operation, body));
        return UniHelper.toUni(sent).map(OperationCall::answer);
    }

    private Buffer body(ToolOperation operation, Object given) {
        JsonNode body = json.valueToTree(given);
        if (operation.members().has(ToolOperation.DRY_RUN)
                && body instanceof ObjectNode members
                && !members.has(ToolOperation.DRY_RUN)) {
            members.put(ToolOperation.DRY_RUN, true);
        }
        return Buffer.buffer(body.toString());
    }

    private static String path(ToolOperation operation, Map<String, Object> arguments) {
        String path = operation.path();
        for (JsonNode parameter : operation.parameters()) {
            String name = parameter.path("name").asText();
            if (parameter.path("in").asText().equals("path") && arguments.get(name) != null) {
                path = path.replace("{" + name + "}", encoded(String.valueOf(arguments.get(name))));
            }
        }
        return path;
    }

    private static void parameters(
            ToolOperation operation, Map<String, Object> arguments, HttpRequest<Buffer> request) {
        for (JsonNode parameter : operation.parameters()) {
            String name = parameter.path("name").asText();
            Object given = arguments.get(name);
            if (given == null && name.equals(ToolOperation.DRY_RUN)) {
                given = true;
            }
            String in = parameter.path("in").asText();
            if (given != null && in.equals("query")) {
                request.addQueryParam(name, String.valueOf(given));
            } else if (given != null && in.equals("header")) {
                request.putHeader(name, String.valueOf(given));
            }
        }
    }

    private static ToolResponse answer(HttpResponse<Buffer> response) {
        String text = response.bodyAsString() == null ? "" : response.bodyAsString();
        boolean refused = response.statusCode() >= CLIENT_ERROR;
        return new ToolResponse(refused, List.of(new TextContent(refused ? response.statusCode() + " " + text : text)));
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
