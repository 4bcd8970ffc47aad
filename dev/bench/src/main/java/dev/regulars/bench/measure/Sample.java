package dev.regulars.bench.measure;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;

/** The figures of one run by name, the main one first. */
public record Sample(Map<String, Double> figures) {

    public static final Sample EMPTY = new Sample(Map.of());

    public double of(String figure) {
        return requireNonNull(figures.get(figure), figure);
    }

    public Sample and(String figure, double value) {
        Map<String, Double> all = new LinkedHashMap<>(figures);
        all.put(figure, value);
        return new Sample(all);
    }
}
