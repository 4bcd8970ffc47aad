package dev.regulars.analysis.exchange;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Overlays as {@code chart.createOverlay} of KLineChart takes them. What it has no place for (heads of lines, words, levels' names)
 * travels in {@code extendData}, so that it comes back.
 */
record KlineOverlays(List<String> lost) {

    private static final Map<String, String> NAMES = Map.of(
            "LINE", "segment",
            "HORIZONTAL_LINE", "horizontalStraightLine",
            "PARALLEL", "parallelStraightLine",
            "FIBONACCI_RETRACEMENT", "fibonacciLine",
            "RECTANGLE", "rect");
    private static final Map<String, String> TYPES =
            NAMES.entrySet().stream().collect(toMap(Map.Entry::getValue, Map.Entry::getKey));
    private static final String LEVEL = "priceLine";

    /** @param plain as {@link PlainAnalysis} makes it */
    ObjectNode write(ObjectNode plain) {
        ObjectNode document = instance.objectNode();
        JsonNode symbol = plain.at("/metadata/symbol");
        if (symbol.isTextual()) {
            document.set("symbol", symbol);
        }
        ArrayNode overlays = document.putArray("overlays");
        int index = 0;
        for (JsonNode drawing : plain.path("drawings")) {
            overlays.add(overlay(drawing, "/drawings/" + index++));
        }
        plain.path("levels").properties().forEach(level -> overlays.add(level(level.getKey(), level.getValue())));
        document.putObject("extendData").set("metadata", plain.path("metadata"));
        return document;
    }

    private ObjectNode overlay(JsonNode drawing, String pointer) {
        String type = drawing.path("type").asText();
        ObjectNode overlay = instance.objectNode();
        overlay.put("name", NAMES.get(type));
        overlay.set("id", drawing.path("clientObjectId"));
        points(overlay, drawing.path("points"));
        if (drawing.path("style").isObject()) {
            overlay.set("styles", ChartStyles.toKline(drawing.path("style")));
        }
        ObjectNode more = instance.objectNode();
        for (String head : List.of("startHead", "endHead")) {
            if (drawing.path(head).isTextual()) {
                more.set(head, drawing.path(head));
                if ("ARROW".equals(drawing.path(head).asText())) {
                    lost.add(pointer + "/" + head + ": KLineChart draws no heads of lines");
                }
            }
        }
        if (!more.isEmpty()) {
            overlay.set("extendData", more);
        }
        if (type.equals("RECTANGLE")) {
            lost.add(pointer + ": shown only where the overlay rect is registered");
        }
        return overlay;
    }

    private static void points(ObjectNode overlay, JsonNode points) {
        ArrayNode all = overlay.putArray("points");
        for (JsonNode point : points) {
            ObjectNode one = all.addObject();
            one.put("timestamp", Instant.parse(point.path("time").asText()).toEpochMilli());
            one.set("value", point.path("price"));
        }
    }

    private static ObjectNode level(String name, JsonNode level) {
        ObjectNode overlay = instance.objectNode();
        overlay.put("name", LEVEL);
        ObjectNode point = overlay.putArray("points").addObject();
        if (level.path("time").isTextual()) {
            point.put("timestamp", Instant.parse(level.path("time").asText()).toEpochMilli());
        }
        point.set("value", level.path("price"));
        ObjectNode more = overlay.putObject("extendData").put("level", name);
        if (level.path("clientObjectId").isTextual()) {
            overlay.set("id", level.path("clientObjectId"));
            more.set("clientObjectId", level.path("clientObjectId"));
        }
        return overlay;
    }

    /** @return as a request to create the analysis would have it, but for its sender */
    ObjectNode read(JsonNode document) {
        ObjectNode plain = instance.objectNode();
        ObjectNode metadata = plain.putObject("metadata");
        document.at("/extendData/metadata").properties().forEach(one -> metadata.set(one.getKey(), one.getValue()));
        if (!metadata.has("symbol") && document.path("symbol").isTextual()) {
            metadata.set("symbol", document.path("symbol"));
        }
        ArrayNode drawings = plain.putArray("drawings");
        int index = 0;
        for (JsonNode overlay : document.path("overlays")) {
            String pointer = "/overlays/" + index++;
            String name = overlay.path("name").asText();
            if (name.equals(LEVEL) && overlay.at("/extendData/level").isTextual()) {
                plain.withObjectProperty("levels")
                        .set(overlay.at("/extendData/level").asText(), readLevel(overlay));
            } else if (TYPES.containsKey(name)) {
                drawings.add(drawing(overlay, name));
            } else {
                lost.add(pointer + ": the overlay " + ChartStyles.shortened(name) + " is unknown");
            }
        }
        return plain;
    }

    private static ObjectNode readLevel(JsonNode overlay) {
        ObjectNode level = instance.objectNode();
        level.set("price", overlay.at("/points/0/value"));
        if (overlay.at("/points/0/timestamp").isIntegralNumber()) {
            level.put("time", time(overlay.at("/points/0/timestamp")));
        }
        if (overlay.at("/extendData/clientObjectId").isTextual()) {
            level.set("clientObjectId", overlay.at("/extendData/clientObjectId"));
        }
        return level;
    }

    private static ObjectNode drawing(JsonNode overlay, String name) {
        ObjectNode drawing = instance.objectNode().put("type", TYPES.get(name));
        if (overlay.path("id").isTextual()) {
            drawing.set("clientObjectId", overlay.path("id"));
        }
        ArrayNode points = drawing.putArray("points");
        for (JsonNode point : overlay.path("points")) {
            points.addObject().put("time", time(point.path("timestamp"))).set("price", point.path("value"));
        }
        if (overlay.path("styles").isObject()) {
            drawing.set("style", ChartStyles.fromKline(overlay.path("styles")));
        }
        for (String head : List.of("startHead", "endHead")) {
            if (overlay.at("/extendData/" + head).isTextual()) {
                drawing.set(head, overlay.at("/extendData/" + head));
            }
        }
        return drawing;
    }

    /** What is no time is left as it is, to be refused with its name. */
    private static String time(JsonNode timestamp) {
        try {
            return Instant.ofEpochMilli(timestamp.asLong()).toString();
        } catch (DateTimeException e) {
            return timestamp.asText();
        }
    }
}
