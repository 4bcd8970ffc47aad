package dev.regulars.analysis.exchange;

import com.google.errorprone.annotations.FormatMethod;
import dev.regulars.analysis.chart.AnalysisDetail;
import dev.regulars.analysis.drawing.Coordinate;
import dev.regulars.analysis.drawing.PersistedDrawing;
import dev.regulars.analysis.drawing.style.DrawingStyle;
import dev.regulars.analysis.drawing.style.LineHead;
import dev.regulars.analysis.drawing.style.LineStyle;
import dev.regulars.analysis.metadata.LevelEntry;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A picture of an analysis: its drawings and levels, without a chart behind them. */
final class SvgPreview {

    private static final double[] FIBONACCI = {0, 0.236, 0.382, 0.5, 0.618, 0.786, 1};
    private static final String INK = "#455A64";

    private final StringBuilder svg = new StringBuilder();
    private final SvgScale scale;

    private SvgPreview(AnalysisDetail analysis) {
        this.scale = SvgScale.of(analysis);
    }

    static String of(AnalysisDetail analysis) {
        return new SvgPreview(analysis).draw(analysis);
    }

    private String draw(AnalysisDetail analysis) {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">",
                SvgScale.WIDTH, SvgScale.HEIGHT);
        svg.append(
                        "<defs><marker id=\"arrow\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"7\" markerHeight=\"7\"")
                .append(
                        " orient=\"auto-start-reverse\"><path d=\"M0 0L10 5L0 10z\" fill=\"context-stroke\"/></marker></defs>");
        add("<rect width=\"%d\" height=\"%d\" fill=\"#FFFFFF\"/>", SvgScale.WIDTH, SvgScale.HEIGHT);
        text(16, 24, heading(analysis), 16);
        analysis.drawings().forEach(this::draw);
        if (analysis.levels() != null) {
            level("Resistance", analysis.levels().resistance(), "#C62828");
            level("Pivot", analysis.levels().pivot(), INK);
            level("Support", analysis.levels().support(), "#2E7D32");
        }
        return svg.append("</svg>").toString();
    }

    private static String heading(AnalysisDetail analysis) {
        var metadata = analysis.metadata();
        String symbol = metadata.symbol() == null ? "" : metadata.symbol() + " ";
        String timeframe = metadata.timeframe() == null ? "" : metadata.timeframe() + " ";
        String words =
                metadata.title() == null ? metadata.direction().name().toLowerCase(Locale.ROOT) : metadata.title();
        return symbol + timeframe + words;
    }

    private void draw(PersistedDrawing drawing) {
        List<Coordinate> points = drawing.points();
        switch (drawing.type()) {
            case RECTANGLE -> rectangle(points.get(0), points.get(1), drawing.style());
            case LINE -> line(points.get(0), points.get(1), drawing.style(), heads(drawing));
            case HORIZONTAL_LINE -> across(scale.y(points.get(0).price()), drawing.style());
            case PARALLEL -> parallel(points, drawing.style());
            case FIBONACCI_RETRACEMENT -> retracement(points.get(0), points.get(1), drawing.style());
        }
    }

    private void rectangle(Coordinate one, Coordinate other, @Nullable DrawingStyle style) {
        double x = Math.min(scale.x(one), scale.x(other));
        double y = Math.min(scale.y(one.price()), scale.y(other.price()));
        add(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\" stroke=\"%s\" stroke-width=\"%d\"/>",
                x,
                y,
                Math.abs(scale.x(one) - scale.x(other)),
                Math.abs(scale.y(one.price()) - scale.y(other.price())),
                style == null || style.fillColor() == null ? "none" : style.fillColor(),
                style == null || style.borderColor() == null ? colour(style) : style.borderColor(),
                width(style));
    }

    private void line(Coordinate from, Coordinate to, @Nullable DrawingStyle style, String heads) {
        segment(scale.x(from), scale.y(from.price()), scale.x(to), scale.y(to.price()), style, heads);
    }

    private void parallel(List<Coordinate> points, @Nullable DrawingStyle style) {
        line(points.get(0), points.get(1), style, "");
        double dx = scale.x(points.get(1)) - scale.x(points.get(0));
        double dy = scale.y(points.get(1).price()) - scale.y(points.get(0).price());
        double x = scale.x(points.get(2));
        double y = scale.y(points.get(2).price());
        segment(x, y, x + dx, y + dy, style, "");
    }

    private void retracement(Coordinate from, Coordinate to, @Nullable DrawingStyle style) {
        double y1 = scale.y(from.price());
        double y2 = scale.y(to.price());
        double left = Math.min(scale.x(from), scale.x(to));
        double right = Math.max(scale.x(from), scale.x(to));
        for (double share : FIBONACCI) {
            double y = y2 + (y1 - y2) * share;
            segment(left, y, right, y, style, "");
            text(left + 4, y - 3, String.format(Locale.ROOT, "%.1f %%", share * 100), 10);
        }
    }

    private void across(double y, @Nullable DrawingStyle style) {
        segment(0, y, SvgScale.WIDTH, y, style, "");
    }

    private void level(String name, @Nullable LevelEntry level, String colour) {
        if (level != null) {
            double y = scale.y(level.price());
            across(y, new DrawingStyle(null, null, colour, 1, LineStyle.DASHED));
            text(16, y - 4, name + " " + level.price().toPlainString(), 12);
        }
    }

    private void segment(double x1, double y1, double x2, double y2, @Nullable DrawingStyle style, String heads) {
        boolean dashed = style != null && style.lineStyle() == LineStyle.DASHED;
        add(
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"%d\"%s%s/>",
                x1, y1, x2, y2, colour(style), width(style), dashed ? " stroke-dasharray=\"6 4\"" : "", heads);
    }

    private static String heads(PersistedDrawing line) {
        return (line.startHead() == LineHead.ARROW ? " marker-start=\"url(#arrow)\"" : "")
                + (line.endHead() == LineHead.ARROW ? " marker-end=\"url(#arrow)\"" : "");
    }

    private static String colour(@Nullable DrawingStyle style) {
        return style == null || style.color() == null ? INK : style.color();
    }

    private static int width(@Nullable DrawingStyle style) {
        return style == null || style.lineWidth() == null ? 1 : style.lineWidth();
    }

    private void text(double x, double y, String words, int size) {
        add("<text x=\"%.1f\" y=\"%.1f\" font-size=\"%d\" fill=\"#263238\">", x, y, size);
        svg.append(words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
                .append("</text>");
    }

    @FormatMethod
    private void add(String markup, Object... values) {
        svg.append(String.format(Locale.ROOT, markup, values));
    }
}
