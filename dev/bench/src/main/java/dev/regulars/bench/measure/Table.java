package dev.regulars.bench.measure;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** The samples of all contenders. A contender may lack a figure. */
public record Table(String title, Map<String, List<Sample>> samples) {

    public Set<String> contenders() {
        return samples.keySet();
    }

    public List<String> figures() {
        return samples.values().stream()
                .flatMap(List::stream)
                .flatMap(sample -> sample.figures().keySet().stream())
                .distinct()
                .toList();
    }

    public Optional<Spread> spread(String contender, String figure) {
        List<Double> values = samples.getOrDefault(contender, List.of()).stream()
                .map(sample -> sample.figures().get(figure))
                .filter(Objects::nonNull)
                .toList();
        return values.isEmpty() ? Optional.empty() : Optional.of(Spread.of(values));
    }

    public OptionalDouble median(String contender, String figure) {
        return spread(contender, figure).stream().mapToDouble(Spread::median).findFirst();
    }

    /** Empty where one of the two is missing. */
    public OptionalDouble ratio(String figure, String contender, String other) {
        OptionalDouble above = median(contender, figure);
        OptionalDouble below = median(other, figure);
        return above.isPresent() && below.isPresent()
                ? OptionalDouble.of(above.getAsDouble() / below.getAsDouble())
                : OptionalDouble.empty();
    }
}
