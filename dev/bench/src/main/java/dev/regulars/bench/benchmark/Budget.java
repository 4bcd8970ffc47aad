package dev.regulars.bench.benchmark;

import dev.regulars.bench.measure.Figures;
import java.util.OptionalDouble;

/**
 * A budget and its measured value.
 *
 * @param measured empty where the peer was not available
 */
public record Budget(String description, OptionalDouble measured, double limit, boolean atLeast) {

    public static Budget atLeast(double limit, String description, OptionalDouble measured) {
        return new Budget(description, measured, limit, true);
    }

    public static Budget atMost(double limit, String description, OptionalDouble measured) {
        return new Budget(description, measured, limit, false);
    }

    public String target() {
        return (atLeast ? "≥ " : "≤ ") + Figures.text(limit);
    }

    public String result() {
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
