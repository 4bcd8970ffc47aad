package dev.regulars.eventing.consumer;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** For effects on a whole batch: in order per key, keys side by side. */
public final class PerKey {

    private static final int AT_ONCE = 32;

    private PerKey() {}

    /** What is known of each key, looked up once for a batch. */
    public static <K, V> Uni<Map<K, V>> lookUp(Set<K> keys, Function<K, Uni<V>> lookUp) {
        return Multi.createFrom()
                .iterable(keys)
                .onItem()
                .transformToUniAndConcatenate(key -> lookUp.apply(key).map(value -> Map.entry(key, value)))
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Fails as soon as one does. */
    public static <T> Uni<Void> each(Collection<T> items, Function<T, ?> key, Function<T, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(items.stream()
                        .collect(groupingBy(key, LinkedHashMap::new, toList()))
                        .values())
                .onItem()
                .transformToUni(ofOneKey -> inOrder(ofOneKey, work))
                .merge(AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static <T> Uni<Void> inOrder(List<T> items, Function<T, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
