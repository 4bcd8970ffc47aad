package dev.regulars.identity.accounts.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HashingPoolTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MORE_THAN_ALL_THREADS = 1_000;

    private final HashingPool pool =
            new HashingPool(new Settings(19_456, 2, Duration.ofMillis(300)), new SimpleMeterRegistry());

    record Settings(int memory, int iterations, Duration deadline) implements PasswordConfig {}

    @AfterEach
    void stop() {
        pool.stop();
    }

    @Test
    void expiredWorkIsRefusedUndone() {
        var release = new CountDownLatch(1);
        int threads = Runtime.getRuntime().availableProcessors();
        for (int i = 0; i < threads; i++) {
            var unused = pool.run(() -> waited(release)).subscribe().asCompletionStage();
        }
        var done = new AtomicInteger();
        var late = pool.run(done::incrementAndGet).subscribe().asCompletionStage();

        waited(Duration.ofMillis(400));
        release.countDown();

        assertThatThrownBy(late::join).hasCauseInstanceOf(Refusal.class);
        assertThat(done).hasValue(0);
    }

    @Test
    void overloadIsRefusedAtOnceAndTheRestIsDone() {
        run(Duration.ofMillis(50)).await().atMost(PATIENCE);
        var all = java.util.stream.IntStream.range(0, MORE_THAN_ALL_THREADS)
                .mapToObj(number -> run(Duration.ofMillis(50)))
                .toList();
        long began = System.nanoTime();

        var answers =
                all.stream().map(one -> one.subscribe().asCompletionStage()).toList();

        long refused =
                answers.stream().filter(one -> one.isCompletedExceptionally()).count();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(300));
        assertThat(refused).isBetween(MORE_THAN_ALL_THREADS / 2L, MORE_THAN_ALL_THREADS - 1L);
        assertThatThrownBy(() -> answers.getLast().join())
                .cause()
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.kind()).isEqualTo(Kind.UNAVAILABLE));
    }

    @Test
    void withLessThanOwaspAdvisesNothingStarts() {
        var enough = new Settings(12_288, 3, PATIENCE);
        var tooLittle = new Settings(12_288, 2, PATIENCE);

        assertThat(new Passwords(pool, enough)).isNotNull();
        assertThatThrownBy(() -> new Passwords(pool, tooLittle))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("OWASP");
    }

    private Uni<Boolean> run(Duration time) {
        return pool.run(() -> waited(time));
    }

    private static boolean waited(CountDownLatch release) {
        try {
            release.await();
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private static boolean waited(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
