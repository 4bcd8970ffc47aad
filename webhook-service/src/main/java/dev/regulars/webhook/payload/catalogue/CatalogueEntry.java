package dev.regulars.webhook.payload.catalogue;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An event that can be subscribed to. */
@Schema(examples = """
        {"event": "role_deleted", "title": "A role was deleted",
         "schema": {"type": "object", "properties": {"event": {"const": "role_deleted"}}, "required": ["event"]},
         "sample": {"event": "role_deleted", "serverId": "66b1f0e9a4d3e5f60718293b",
                    "timestamp": "2026-03-10T16:15:50.123Z", "data": {"role_id": "66b1f0e9a4d3e5f60718293b"}}}""")
record CatalogueEntry(
        @Schema(description = "The name to subscribe to") String event,
        String title,

        @Schema(description = "JSON schema of the body of a delivery")
        Map<String, Object> schema,

        @Schema(description = "The body of a delivery", implementation = Object.class)
        Object sample) {}
