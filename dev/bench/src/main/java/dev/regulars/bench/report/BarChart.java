package dev.regulars.bench.report;

import dev.regulars.bench.measure.Figures;
import dev.regulars.bench.measure.Spread;
import dev.regulars.bench.measure.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An SVG bar chart: for each contender the median of the main figure and its range. */
final class BarChart {

    private static final int WIDTH = 860;
    private static final int LABELS = 230;
    private static final int LONGEST = 480;
    private static final int LINE = 22;
    private static final List<String> COLOURS = List.of("#2b6cb0", "#8aa4b8");

    private final StringBuilder svg = new StringBuilder();
    private int y = LINE;

    private BarChart() {}

    static String of(List<Table> tables) {
        var plot = new BarChart();
        tables.forEach(plot::add);
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" font-family="sans-serif" font-size="13">
                <rect width="100%%" height="100%%" fill="white"/>
                %3$s</svg>
                """.formatted(WIDTH, plot.y, plot.svg);
    }

    private void add(Table table) {
        String figure = table.figures().getFirst();
        double max = table.contenders().stream()
                .flatMap(contender -> table.spread(contender, figure).stream())
                .mapToDouble(Spread::max)
                .max()
                .orElse(1);
        text(10, "<tspan font-weight=\"bold\">" + escaped(table.title()) + "</tspan>: " + escaped(figure));
        y += LINE;
        int colour = 0;
        for (String contender : table.contenders()) {
            Optional<Spread> spread = table.spread(contender, figure);
            text(24, escaped(contender));
            if (spread.isPresent()) {
                budget(spread.get(), LONGEST / max, COLOURS.get(colour % COLOURS.size()));
            }
            colour++;
            y += LINE;
        }
        y += LINE / 2;
    }

    private void budget(Spread spread, double scale, String colour) {
        svg.append("<rect x=\"%d\" y=\"%d\" width=\"%s\" height=\"14\" fill=\"%s\"/>\n"
                .formatted(LABELS, y - 12, number(spread.median() * scale), colour));
        svg.append("<line x1=\"%s\" x2=\"%s\" y1=\"%d\" y2=\"%d\" stroke=\"black\"/>\n"
                .formatted(number(LABELS + spread.min() * scale), number(LABELS + spread.max() * scale), y - 5, y - 5));
        text(LABELS + LONGEST + 12, Figures.text(spread.median()));
    }

    private void text(int x, String text) {
        svg.append("<text x=\"%d\" y=\"%d\">%s</text>\n".formatted(x, y, text));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
