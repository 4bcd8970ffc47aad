package dev.regulars.messaging.stream.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CallQueueTest {

    final CallQueue queue = new CallQueue(4);
    final AtomicInteger running = new AtomicInteger();
    final AtomicInteger most = new AtomicInteger();

    @Test
    void aThousandCallsAtOnceAreMadeFewAtATime() {
        List<Integer> answers = Uni.join()
                .all(IntStream.range(0, 1_000)
                        .mapToObj(i -> queue.add(() -> call(i)))
                        .toList())
                .andFailFast()
                .await()
                .atMost(Duration.ofSeconds(20));

        assertThat(answers)
                .containsExactlyElementsOf(IntStream.range(0, 1_000).boxed().toList());
        assertThat(most.get()).isEqualTo(4);
    }

    @Test
    void aFailureMakesRoomForTheNext() {
        for (int i = 0; i < 9; i++) {
            assertThatThrownBy(() -> queue.add(() -> {
                                throw new IllegalStateException("away");
                            })
                            .await()
                            .indefinitely())
                    .hasMessage("away");
        }
        assertThat(queue.add(() -> call(1)).await().atMost(Duration.ofSeconds(5)))
                .isEqualTo(1);
    }

    private Uni<Integer> call(int number) {
        most.accumulateAndGet(running.incrementAndGet(), Math::max);
        return Uni.createFrom()
                .item(number)
                .onItem()
                .delayIt()
                .by(Duration.ofMillis(1))
                .invoke(running::decrementAndGet);
    }
}
