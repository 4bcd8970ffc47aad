package dev.regulars.bench.measure;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** What all runs of all sides showed. A side without a figure has nothing to show for it. */
public record Table(String title, Map<String, List<Sample>> samples) {

    public Set<String> sides() {
        return samples.keySet();
    }

    public List<String> figures() {
        return samples.values().stream()
                .flatMap(List::stream)
                .flatMap(sample -> sample.figures().keySet().stream())
                .distinct()
                .toList();
    }

    public Optional<Spread> spread(String side, String figure) {
        List<Double> values = samples.getOrDefault(side, List.of()).stream()
                .map(sample -> sample.figures().get(figure))
                .filter(Objects::nonNull)
                .toList();
        return values.isEmpty() ? Optional.empty() : Optional.of(Spread.of(values));
    }

    public OptionalDouble median(String side, String figure) {
        return spread(side, figure).stream().mapToDouble(Spread::median).findFirst();
    }

    /** Nothing where one of the two was not there. */
    public OptionalDouble ratio(String figure, String side, String other) {
        OptionalDouble above = median(side, figure);
        OptionalDouble below = median(other, figure);
        return above.isPresent() && below.isPresent()
                ? OptionalDouble.of(above.getAsDouble() / below.getAsDouble())
                : OptionalDouble.empty();
    }
}
