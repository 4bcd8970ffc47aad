package dev.regulars.events.analysis;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an analysis says, as partners are told of it (contract §4.1). */
public record AnalysisFacts(Metadata metadata, @Nullable Levels levels, List<Drawing> drawings) {

    /**
     * Names on the wire are those of contract §3.6.1.
     *
     * @param direction BULLISH or BEARISH
     * @param entryPlacement ABOVE_CURRENT or BELOW_CURRENT
     * @param expiryHours absent: it does not expire
     */
    public record Metadata(
            String direction,
            String entryPlacement,
            @Nullable Integer expiryHours,
            @Nullable String title,
            @Nullable String preferenceText,
            @Nullable String alternativeText,
            @Nullable String comments,
            @Nullable String timeframe,
            @Nullable String symbol) {}

    /** The prices that an analysis is about, each of which may be absent. */
    public record Levels(
            @Nullable Level pivot,
            @Nullable Level resistance,
            @Nullable Level support) {}

    /** A price, and the time it belongs to. */
    public record Level(
            BigDecimal price,
            @Nullable String clientObjectId,
            @Nullable Instant time) {}

    /**
     * A drawing on the chart.
     *
     * @param id 24 hex digits
     * @param type RECTANGLE, LINE, HORIZONTAL_LINE, PARALLEL or FIBONACCI_RETRACEMENT
     * @param startHead NONE or ARROW, of a line only; so is {@code endHead}
     */
    public record Drawing(
            String id,
            String type,
            @Nullable String clientObjectId,
            List<Point> points,
            @Nullable String startHead,
            @Nullable String endHead,
            @Nullable Style style) {}

    /** A place on the chart. */
    public record Point(Instant time, BigDecimal price) {}

    /**
     * Colours as CSS writes them.
     *
     * @param lineWidth in pixels
     * @param lineStyle SOLID or DASHED
     */
    public record Style(
            @Nullable String fillColor,
            @Nullable String borderColor,
            @Nullable String color,
            @Nullable Integer lineWidth,
            @Nullable String lineStyle) {}
}
