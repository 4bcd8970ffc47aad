package dev.regulars.eventing.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PerKeyTest {

    private final Map<String, UniEmitter<? super Void>> underWay = new HashMap<>();
    private final List<String> ended = new ArrayList<>();

    @Test
    void itemsOfAKeyWaitForOneAnotherAndKeysDoNot() {
        var unused = PerKey.each(List.of("a1", "a2", "b1"), item -> item.charAt(0), this::begin)
                .subscribe()
                .with(done -> ended.add("all"));

        assertThat(underWay).containsOnlyKeys("a1", "b1");
        end("b1");
        assertThat(underWay).containsOnlyKeys("a1");
        end("a1");
        assertThat(underWay).containsOnlyKeys("a2");
        end("a2");
        assertThat(ended).containsExactly("b1", "a1", "a2", "all");
    }

    @Test
    void aFailureIsThatOfAll() {
        assertThatThrownBy(() -> PerKey.each(List.of("a1", "b1"), item -> item, PerKeyTest::failing)
                        .await()
                        .indefinitely())
                .hasMessage("a1");
    }

    private Uni<Void> begin(String item) {
        return Uni.createFrom().emitter(emitter -> underWay.put(item, emitter));
    }

    private void end(String item) {
        ended.add(item);
        underWay.remove(item).complete(null);
    }

    private static Uni<Void> failing(String item) {
        return Uni.createFrom().failure(new IllegalStateException(item));
    }
}
