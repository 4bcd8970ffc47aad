package dev.regulars.analysis.exchange;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * An option as {@code chart.setOption} of Apache ECharts takes it: lines are a series' {@code markLine}, rectangles its
 * {@code markArea}. Words and levels travel in {@code extendData}, and times of horizontal lines beside them, so that they come back.
 */
record EchartsOption(List<String> lost) {

    /** @param plain as {@link PlainAnalysis} makes it */
    ObjectNode write(ObjectNode plain) {
        ObjectNode option = instance.objectNode();
        if (plain.at("/metadata/title").isTextual()) {
            option.putObject("title").set("text", plain.at("/metadata/title"));
        }
        option.putObject("xAxis").put("type", "time");
        option.putObject("yAxis").put("type", "value").put("scale", true);
        ObjectNode series = option.putArray("series").addObject().put("type", "line");
        series.putArray("data");
        ArrayNode lines = series.putObject("markLine").put("symbol", "none").putArray("data");
        ArrayNode areas = series.putObject("markArea").putArray("data");
        int index = 0;
        for (JsonNode drawing : plain.path("drawings")) {
            write(drawing, "/drawings/" + index++, lines, areas);
        }
        plain.path("levels").properties().forEach(level -> lines.add(level(level.getKey(), level.getValue())));
        option.putObject("extendData").set("metadata", plain.path("metadata"));
        return option;
    }

    private void write(JsonNode drawing, String pointer, ArrayNode lines, ArrayNode areas) {
        boolean area = drawing.path("type").asText().equals("RECTANGLE");
        for (String member : area ? List.of("color") : List.of("fillColor", "borderColor")) {
            if (drawing.path("style").hasNonNull(member)) {
                lost.add(
                        pointer + "/style/" + member + ": ECharts has no such colour of " + (area ? "areas" : "lines"));
            }
        }
        switch (drawing.path("type").asText()) {
            case "HORIZONTAL_LINE" -> lines.add(horizontal(drawing));
            case "RECTANGLE" -> areas.add(pair(drawing, "itemStyle", ChartStyles.toEchartsArea(drawing.path("style"))));
            case "LINE" -> lines.add(line(drawing));
            default -> {
                lines.add(line(drawing));
                lost.add(pointer + "/type: ECharts shows the line through its first two points only");
            }
        }
    }

    private static ArrayNode line(JsonNode drawing) {
        ArrayNode line = pair(drawing, "lineStyle", ChartStyles.toEcharts(drawing.path("style")));
        head(drawing, "startHead", (ObjectNode) line.get(0));
        head(drawing, "endHead", (ObjectNode) line.get(1));
        return line;
    }

    private static void head(JsonNode drawing, String head, ObjectNode end) {
        if (drawing.path(head).isTextual()) {
            end.put("symbol", drawing.path(head).asText().equals("ARROW") ? "arrow" : "none");
        }
    }

    private static ArrayNode pair(JsonNode drawing, String styled, ObjectNode style) {
        ArrayNode pair = instance.arrayNode();
        for (int i = 0; i < 2; i++) {
            JsonNode point = drawing.path("points").get(i);
            pair.addObject().putArray("coord").add(point.path("time")).add(point.path("price"));
        }
        ObjectNode first = (ObjectNode) pair.get(0);
        first.set("name", drawing.path("clientObjectId"));
        if (!style.isEmpty()) {
            first.set(styled, style);
        }
        return pair;
    }

    private static ObjectNode horizontal(JsonNode drawing) {
        ObjectNode line = instance.objectNode();
        line.set("name", drawing.path("clientObjectId"));
        line.set("yAxis", drawing.at("/points/0/price"));
        line.set("time", drawing.at("/points/0/time"));
        ObjectNode style = ChartStyles.toEcharts(drawing.path("style"));
        if (!style.isEmpty()) {
            line.set("lineStyle", style);
        }
        return line;
    }

    private static ObjectNode level(String name, JsonNode level) {
        ObjectNode line = instance.objectNode().put("level", name);
        line.set("yAxis", level.path("price"));
        line.putObject("label").put("formatter", name);
        if (level.hasNonNull("clientObjectId")) {
            line.set("name", level.path("clientObjectId"));
        }
        if (level.hasNonNull("time")) {
            line.set("time", level.path("time"));
        }
        return line;
    }

    /** @return as a request to create the analysis would have it, but for its sender */
    ObjectNode read(JsonNode option) {
        ObjectNode plain = instance.objectNode();
        ObjectNode metadata = plain.putObject("metadata");
        option.at("/extendData/metadata").properties().forEach(one -> metadata.set(one.getKey(), one.getValue()));
        ArrayNode drawings = plain.putArray("drawings");
        int series = 0;
        for (JsonNode one : option.path("series")) {
            String pointer = "/series/" + series++;
            int index = 0;
            for (JsonNode line : one.at("/markLine/data")) {
                readLine(line, pointer + "/markLine/data/" + index++, plain, drawings);
            }
            for (JsonNode area : one.at("/markArea/data")) {
                drawings.add(drawing("RECTANGLE", area, ChartStyles.fromEchartsArea(area.at("/0/itemStyle"))));
            }
        }
        return plain;
    }

    private void readLine(JsonNode line, String pointer, ObjectNode plain, ArrayNode drawings) {
        if (line.isArray()) {
            ObjectNode drawing = drawing("LINE", line, ChartStyles.fromEcharts(line.at("/0/lineStyle")));
            readHead(line.path(0), drawing, "startHead");
            readHead(line.path(1), drawing, "endHead");
            drawings.add(drawing);
        } else if (line.path("level").isTextual()) {
            plain.withObjectProperty("levels").set(line.path("level").asText(), readLevel(line));
        } else if (line.path("yAxis").isNumber() && line.path("time").isTextual()) {
            drawings.add(readHorizontal(line));
        } else {
            lost.add(pointer + ": only lines between two coords and lines at a yAxis with a time are known");
        }
    }

    private static void readHead(JsonNode end, ObjectNode drawing, String head) {
        if (end.path("symbol").isTextual()) {
            drawing.put(head, end.path("symbol").asText().equals("arrow") ? "ARROW" : "NONE");
        }
    }

    private static ObjectNode readLevel(JsonNode line) {
        ObjectNode level = instance.objectNode();
        level.set("price", line.path("yAxis"));
        if (line.path("name").isTextual()) {
            level.set("clientObjectId", line.path("name"));
        }
        if (line.path("time").isTextual()) {
            level.set("time", line.path("time"));
        }
        return level;
    }

    private static ObjectNode readHorizontal(JsonNode line) {
        ObjectNode drawing = named("HORIZONTAL_LINE", line, ChartStyles.fromEcharts(line.path("lineStyle")));
        ObjectNode point = drawing.putArray("points").addObject();
        point.set("time", line.path("time"));
        point.set("price", line.path("yAxis"));
        return drawing;
    }

    private static ObjectNode drawing(String type, JsonNode pair, ObjectNode style) {
        ObjectNode drawing = named(type, pair.path(0), style);
        ArrayNode points = drawing.putArray("points");
        for (JsonNode end : pair) {
            ObjectNode point = points.addObject();
            point.set("time", end.at("/coord/0"));
            point.set("price", end.at("/coord/1"));
        }
        return drawing;
    }

    private static ObjectNode named(String type, JsonNode named, ObjectNode style) {
        ObjectNode drawing = instance.objectNode().put("type", type);
        if (named.path("name").isTextual()) {
            drawing.set("clientObjectId", named.path("name"));
        }
        if (!style.isEmpty()) {
            drawing.set("style", style);
        }
        return drawing;
    }
}
