package dev.regulars.bench.measure;

import static java.util.Locale.ROOT;
import static java.util.stream.Collectors.joining;

/** Formats figures with three significant digits. */
public final class Figures {

    private Figures() {}

    public static String text(double value) {
        double size = Math.abs(value);
        return String.format(ROOT, size >= 100 || value == 0 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }

    static String line(Sample sample) {
        return sample.figures().entrySet().stream()
                .map(figure -> figure.getKey() + " " + text(figure.getValue()))
                .collect(joining(", "));
    }
}
