package dev.regulars.eventing.worker;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.regulars.testkit.Concurrently;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MicroBatcherTest {

    final List<List<Integer>> begun = new CopyOnWriteArrayList<>();
    final List<CompletableFuture<Void>> ends = new ArrayList<>();

    @Test
    void whatComesInDuringABatchIsTheNextOneUpToItsBound() {
        var batcher = new MicroBatcher<Integer>(3, this::work);

        IntStream.rangeClosed(1, 6).forEach(batcher::add);
        assertThat(begun).containsExactly(List.of(1));

        ends.get(0).complete(null);
        assertThat(begun).containsExactly(List.of(1), List.of(2, 3, 4));

        ends.get(1).complete(null);
        assertThat(begun).containsExactly(List.of(1), List.of(2, 3, 4), List.of(5, 6));
    }

    @Test
    void aBatchThatFailsHoldsUpNone() {
        var batcher = new MicroBatcher<Integer>(3, this::work);
        batcher.add(1);
        batcher.add(2);

        ends.getFirst().completeExceptionally(new IllegalStateException("on purpose"));

        assertThat(begun).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void ofManyThreadsNoneLosesAnItemAndNoTwoBatchesAreWorkedOnAtOnce() {
        var seen = new CopyOnWriteArrayList<Integer>();
        var atOnce = new AtomicInteger();
        var most = new AtomicInteger();
        var batcher = new MicroBatcher<Integer>(50, batch -> Uni.createFrom()
                .voidItem()
                .invoke(() -> most.accumulateAndGet(atOnce.incrementAndGet(), Math::max))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(() -> seen.addAll(batch))
                .invoke(() -> atOnce.decrementAndGet()));

        Concurrently.call(8, thread -> {
            IntStream.range(0, 250).forEach(i -> batcher.add(250 * thread + i));
            return thread;
        });

        await().atMost(ofSeconds(20)).until(() -> seen.size() == 2_000);
        assertThat(seen).doesNotHaveDuplicates();
        assertThat(most).hasValue(1);
    }

    private Uni<Void> work(List<Integer> batch) {
        begun.add(batch);
        var end = new CompletableFuture<Void>();
        ends.add(end);
        return Uni.createFrom().completionStage(end);
    }
}
