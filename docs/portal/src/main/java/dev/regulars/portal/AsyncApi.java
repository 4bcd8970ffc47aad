package dev.regulars.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** AsyncAPI 3.0 of the events on Kafka, made of their schemas: a channel per topic, a message per type. */
final class AsyncApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SUFFIX = ".json";

    private final Path schemas;

    AsyncApi(Path schemas) {
        this.schemas = schemas;
    }

    JsonNode document() throws IOException {
        ObjectNode all = JSON.createObjectNode().put("asyncapi", "3.0.0");
        all.putObject("info")
                .put("title", "Events of Regulars")
                .put("version", "1")
                .put(
                        "description",
                        "What services tell each other on Kafka: CloudEvents 1.0 in binary mode, JSON. `type` is"
                                + " `<domain>.<noun>.<past-verb>.v1`, `id` is unique for ever, and an event can arrive more than"
                                + " once. A changed shape is a new version beside the old one.");
        all.putObject("servers")
                .putObject("kafka")
                .put("host", "kafka:9092")
                .put("protocol", "kafka")
                .put("description", "The broker of the installation, `KAFKA_BOOTSTRAP_SERVERS`");
        all.put("defaultContentType", "application/json");
        all.putObject("channels");
        all.putObject("operations");
        addHeaders(all.putObject("components"));
        for (Path file : files()) {
            add(all, JSON.readTree(file.toFile()), name(file));
        }
        return all;
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(schemas)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }

    private static void add(ObjectNode all, JsonNode schema, String type) {
        String topic = topic(type);
        ObjectNode channel = all.withObject("/channels/" + topic);
        channel.put("address", topic).put("description", "Keyed by community and aggregate, in order per key");
        channel.withObject("/messages/" + type).put("$ref", "#/components/messages/" + type);
        ObjectNode operation = all.withObject("/operations/" + topic);
        operation.put("action", "receive").withObject("/channel").put("$ref", "#/channels/" + topic);
        operation.put("summary", "Consume " + topic);
        ObjectNode message = all.withObject("/components/messages/" + type);
        message.put("name", type).put("title", type).put("contentType", "application/json");
        message.withObject("/headers").put("$ref", "#/components/schemas/CloudEventHeaders");
        message.set("payload", schema);
    }

    /** Changes of callers have a topic of their own. */
    private static String topic(String type) {
        return type.startsWith("identity.caller.")
                ? "identity.callers"
                : type.substring(0, type.indexOf('.')) + ".events";
    }

    private static void addHeaders(ObjectNode components) {
        ObjectNode headers = components.putObject("schemas").putObject("CloudEventHeaders");
        headers.put("type", "object");
        for (String header : List.of("ce_specversion", "ce_id", "ce_type", "ce_source", "ce_subject", "ce_time")) {
            headers.withObject("/properties/" + header).put("type", "string");
            headers.withArray("/required").add(header);
        }
    }
}
