package dev.regulars.analysis.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Bodies of requests, as clients write them. */
public final class AnalysisBodies {

    public static final String TIME = "2026-03-10T16:15:50.123Z";

    private AnalysisBodies() {}

    public static Map<String, Object> analysis(Object... more) {
        Map<String, Object> body = new HashMap<>(Map.of("sender", "ben", "metadata", metadata()));
        for (int i = 0; i < more.length; i += 2) {
            body.put((String) more[i], more[i + 1]);
        }
        return body;
    }

    public static Map<String, Object> metadata(Object... more) {
        Map<String, Object> metadata =
                new HashMap<>(Map.of("direction", "BULLISH", "entryPlacement", "BELOW_CURRENT", "title", "Bounce"));
        for (int i = 0; i < more.length; i += 2) {
            metadata.put((String) more[i], more[i + 1]);
        }
        return metadata;
    }

    public static Map<String, Object> level(Object price, String name) {
        return Map.of("price", price, "clientObjectId", name, "time", TIME);
    }

    public static Map<String, Object> point(Object price) {
        return Map.of("time", TIME, "price", price);
    }

    public static Map<String, Object> drawing(String type, String name, int points) {
        return Map.of(
                "type",
                type,
                "clientObjectId",
                name,
                "points",
                List.of(point(1), point(2), point(3)).subList(0, points));
    }

    /** Some valid analysis; prices have up to 15 digits. */
    public static Map<String, Object> random(Random random) {
        List<String> types = List.of("RECTANGLE", "LINE", "HORIZONTAL_LINE", "PARALLEL", "FIBONACCI_RETRACEMENT");
        List<Integer> points = List.of(2, 2, 1, 3, 2);
        List<Map<String, Object>> drawings = new ArrayList<>();
        for (int i = 0; i < random.nextInt(6); i++) {
            int type = random.nextInt(types.size());
            Map<String, Object> drawing = new HashMap<>(Map.of("type", types.get(type), "clientObjectId", "d" + i));
            List<Object> all = new ArrayList<>();
            for (int p = 0; p < points.get(type); p++) {
                all.add(point(price(random)));
            }
            drawing.put("points", all);
            if (type == 1) {
                drawing.put("endHead", "ARROW");
            }
            if (random.nextBoolean()) {
                drawing.put(
                        "style",
                        Map.of("color", "#1E88E5", "lineWidth", 1 + random.nextInt(20), "lineStyle", "DASHED"));
            }
            drawings.add(drawing);
        }
        return analysis(
                "drawings",
                drawings,
                "levels",
                Map.of("pivot", level(price(random), "pivot")),
                "metadata",
                metadata(
                        "symbol",
                        "GBP/USD",
                        "comments",
                        "n " + random.nextInt(),
                        "timeframe",
                        "H" + random.nextInt(24)));
    }

    private static BigDecimal price(Random random) {
        return BigDecimal.valueOf(random.nextLong(1, 1_000_000_000_000_000L), random.nextInt(16));
    }
}
