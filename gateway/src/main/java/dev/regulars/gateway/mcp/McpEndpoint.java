package dev.regulars.gateway.mcp;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Hands requests for {@code /mcp} to the router of Quarkus, where its MCP server listens. Nothing else is reachable there. */
@Singleton
public class McpEndpoint {

    private static final String PATH = "/mcp";

    public boolean serves(@Nullable String path) {
        return PATH.equals(path);
    }

    public void handle(HttpServerRequest request) {
        VertxHttpRecorder.getRootHandler().handle(request);
    }
}
