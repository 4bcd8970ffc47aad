package dev.regulars.bench.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A-B-A-B: what the machine does to a run, it does to its neighbour, too. */
public record Series(int rounds, Duration run, Consumer<String> news) {

    public Table play(String title, List<Side> sides) {
        Map<String, List<Sample>> samples = new LinkedHashMap<>();
        for (Side side : sides) {
            news.accept(title + ": " + side.name() + " warms up");
            side.warm();
        }
        for (int round = 1; round <= rounds; round++) {
            for (Side side : sides) {
                Sample sample = side.load().apply(run);
                samples.computeIfAbsent(side.name(), none -> new ArrayList<>()).add(sample);
                news.accept("%s: %s, %d of %d: %s".formatted(title, side.name(), round, rounds, Figures.line(sample)));
            }
        }
        return new Table(title, samples);
    }
}
