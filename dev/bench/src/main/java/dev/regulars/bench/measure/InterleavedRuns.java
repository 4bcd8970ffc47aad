package dev.regulars.bench.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Runs contenders in turn (A-B-A-B), so that noise of the machine affects all alike. */
public record InterleavedRuns(int rounds, Duration run, Consumer<String> log) {

    public Table run(String title, List<Contender> contenders) {
        Map<String, List<Sample>> samples = new LinkedHashMap<>();
        for (Contender contender : contenders) {
            log.accept(title + ": " + contender.name() + " warms up");
            contender.runWarmUp();
        }
        for (int round = 1; round <= rounds; round++) {
            for (Contender contender : contenders) {
                Sample sample = contender.load().apply(run);
                samples.computeIfAbsent(contender.name(), none -> new ArrayList<>())
                        .add(sample);
                log.accept(
                        "%s: %s, %d of %d: %s".formatted(title, contender.name(), round, rounds, Figures.line(sample)));
            }
        }
        return new Table(title, samples);
    }
}
