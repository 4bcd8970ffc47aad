package dev.regulars.gateway.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.mcp.server.ToolManager;
import io.quarkiverse.mcp.server.ToolManager.ToolAnnotations;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;

/** Registers a tool for each operation of the OpenAPI document. */
@Singleton
class OperationTools {

    private final ToolManager tools;
    private final OperationCall call;
    private final CurrentVertxRequest current;
    private final ObjectMapper json;

    OperationTools(ToolManager tools, OperationCall call, CurrentVertxRequest current, ObjectMapper json) {
        this.tools = tools;
        this.call = call;
        this.current = current;
        this.json = json;
    }

    void register(@Observes StartupEvent started) {
        JsonNode document = document();
        ToolOperation.all(document).stream()
                .sorted(Comparator.comparing(ToolOperation::name)) // cursors go by time of registration and by name
                .forEach(operation -> register(operation, document));
    }

    private void register(ToolOperation operation, JsonNode document) {
        boolean deletes = operation.method().equals("DELETE");
        tools.newTool(operation.name())
                .setTitle(operation.summary())
                .setDescription(operation.description())
                .setInputSchema(InputSchema.of(operation, document))
                .setAnnotations(new ToolAnnotations(
                        operation.summary(), operation.isRead(), deletes, operation.isRead() || deletes, false))
                .setAsyncHandler(arguments -> call.call(
                        operation,
                        arguments.args(),
                        current.getCurrent().request().headers()))
                .register();
    }

    private JsonNode document() {
        try (InputStream document = OperationTools.class.getResourceAsStream("/openapi/regulars.json")) {
            return json.readTree(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
