package dev.regulars.bench.row;

import dev.regulars.bench.measure.Figures;
import java.util.OptionalDouble;

/**
 * What is promised, and what came out.
 *
 * @param measured nothing where there was nobody to compare with
 */
public record Bar(String says, OptionalDouble measured, double limit, boolean atLeast) {

    public static Bar atLeast(double limit, String says, OptionalDouble measured) {
        return new Bar(says, measured, limit, true);
    }

    public static Bar atMost(double limit, String says, OptionalDouble measured) {
        return new Bar(says, measured, limit, false);
    }

    public String promised() {
        return (atLeast ? "≥ " : "≤ ") + Figures.text(limit);
    }

    public String cameOut() {
        return measured.isPresent() ? Figures.text(measured.getAsDouble()) : "–";
    }

    public String verdict() {
        if (measured.isEmpty()) {
            return "not compared";
        }
        double value = measured.getAsDouble();
        return (atLeast ? value >= limit : value <= limit) ? "met" : "**missed**";
    }
}
