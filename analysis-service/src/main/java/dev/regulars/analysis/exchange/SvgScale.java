package dev.regulars.analysis.exchange;

import dev.regulars.analysis.chart.AnalysisDetail;
import dev.regulars.analysis.drawing.Coordinate;
import dev.regulars.analysis.drawing.PersistedDrawing;
import dev.regulars.analysis.metadata.LevelEntry;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Where times and prices lie in the picture: all that the analysis names, with a margin. */
record SvgScale(double firstTime, double lastTime, double lowest, double highest) {

    static final int WIDTH = 640;
    static final int HEIGHT = 360;
    private static final int MARGIN = 40;

    static SvgScale of(AnalysisDetail analysis) {
        var times = times(analysis).summaryStatistics();
        var prices = prices(analysis).summaryStatistics();
        return times.getCount() == 0 && prices.getCount() == 0
                ? new SvgScale(0, 1, 0, 1)
                : new SvgScale(
                        times.getCount() == 0 ? 0 : times.getMin(),
                        times.getCount() == 0 ? 1 : times.getMax(),
                        prices.getMin(),
                        prices.getMax());
    }

    private static LongStream times(AnalysisDetail analysis) {
        return points(analysis).mapToLong(point -> point.time().toEpochMilli());
    }

    private static DoubleStream prices(AnalysisDetail analysis) {
        var levels = analysis.levels();
        Stream<LevelEntry> named =
                levels == null ? Stream.of() : Stream.of(levels.pivot(), levels.resistance(), levels.support());
        return DoubleStream.concat(
                points(analysis).mapToDouble(point -> point.price().doubleValue()),
                named.filter(Objects::nonNull)
                        .mapToDouble(level -> level.price().doubleValue()));
    }

    private static Stream<Coordinate> points(AnalysisDetail analysis) {
        return analysis.drawings().stream().map(PersistedDrawing::points).flatMap(points -> points.stream());
    }

    double x(Coordinate point) {
        return at((double) point.time().toEpochMilli(), firstTime, lastTime, WIDTH);
    }

    double y(BigDecimal price) {
        return HEIGHT - at(price.doubleValue(), lowest, highest, HEIGHT);
    }

    /** What has no extent lies in the middle. */
    private static double at(double value, double first, double last, int size) {
        return first == last ? size / 2.0 : MARGIN + (value - first) / (last - first) * (size - 2 * MARGIN);
    }
}
