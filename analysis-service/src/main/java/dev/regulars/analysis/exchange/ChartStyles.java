package dev.regulars.analysis.exchange;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** How the charting libraries write the style of a drawing. */
final class ChartStyles {

    private static final int LONGEST_NAME = 40;

    private ChartStyles() {}

    static ObjectNode toKline(JsonNode style) {
        ObjectNode styles = instance.objectNode();
        ObjectNode line = instance.objectNode();
        copy(style, "color", line, "color");
        copy(style, "lineWidth", line, "size");
        lineStyle(style, line, "style");
        if (!line.isEmpty()) {
            styles.set("line", line);
        }
        ObjectNode polygon = instance.objectNode();
        copy(style, "fillColor", polygon, "color");
        copy(style, "borderColor", polygon, "borderColor");
        if (!polygon.isEmpty()) {
            styles.set("polygon", polygon);
        }
        return styles;
    }

    static ObjectNode fromKline(JsonNode styles) {
        ObjectNode style = instance.objectNode();
        copy(styles.path("line"), "color", style, "color");
        copy(styles.path("line"), "size", style, "lineWidth");
        upperCase(styles.path("line"), "style", style);
        copy(styles.path("polygon"), "color", style, "fillColor");
        copy(styles.path("polygon"), "borderColor", style, "borderColor");
        return style;
    }

    static ObjectNode toEcharts(JsonNode style) {
        ObjectNode line = instance.objectNode();
        copy(style, "color", line, "color");
        copy(style, "lineWidth", line, "width");
        lineStyle(style, line, "type");
        return line;
    }

    static ObjectNode toEchartsArea(JsonNode style) {
        ObjectNode area = instance.objectNode();
        copy(style, "fillColor", area, "color");
        copy(style, "borderColor", area, "borderColor");
        copy(style, "lineWidth", area, "borderWidth");
        lineStyle(style, area, "borderType");
        return area;
    }

    static ObjectNode fromEcharts(JsonNode line) {
        ObjectNode style = instance.objectNode();
        copy(line, "color", style, "color");
        copy(line, "width", style, "lineWidth");
        upperCase(line, "type", style);
        return style;
    }

    static ObjectNode fromEchartsArea(JsonNode area) {
        ObjectNode style = instance.objectNode();
        copy(area, "color", style, "fillColor");
        copy(area, "borderColor", style, "borderColor");
        copy(area, "borderWidth", style, "lineWidth");
        upperCase(area, "borderType", style);
        return style;
    }

    static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    private static void copy(JsonNode from, String member, ObjectNode to, String name) {
        if (from.hasNonNull(member)) {
            to.set(name, from.get(member));
        }
    }

    private static void lineStyle(JsonNode style, ObjectNode to, String name) {
        if (style.path("lineStyle").isTextual()) {
            to.put(name, style.path("lineStyle").asText().toLowerCase(Locale.ROOT));
        }
    }

    private static void upperCase(JsonNode from, String member, ObjectNode style) {
        if (from.path(member).isTextual()) {
            style.put("lineStyle", from.path(member).asText().toUpperCase(Locale.ROOT));
        }
    }
}
