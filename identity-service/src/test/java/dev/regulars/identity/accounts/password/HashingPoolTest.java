package dev.regulars.identity.accounts.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HashingPoolTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration TAKES = Duration.ofMillis(50);
    private static final int WITHIN_PATIENCE =
            (int) (PATIENCE.dividedBy(TAKES) + 2) * Runtime.getRuntime().availableProcessors();

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
        var patient = new HashingPool(new Settings(19_456, 2, PATIENCE), new SimpleMeterRegistry());
        var release = new CountDownLatch(1);
        try {
            patient.run(() -> waited(TAKES)).await().atMost(PATIENCE);
            var answers = IntStream.range(0, 10 * WITHIN_PATIENCE)
                    .mapToObj(number -> patient.run(() -> waited(release))
                            .subscribe()
                            .asCompletionStage()
                            .toCompletableFuture())
                    .toList();

            var refused = answers.stream()
                    .filter(CompletableFuture::isCompletedExceptionally)
                    .toList();
            var rest = answers.stream().filter(answer -> !answer.isDone()).toList();

            assertThat(rest).hasSizeBetween(1, WITHIN_PATIENCE);
            assertThat(refused).hasSize(answers.size() - rest.size()).allSatisfy(HashingPoolTest::isUnavailable);
            release.countDown();
            assertThat(rest).allSatisfy(answer -> assertThat(answer).succeedsWithin(PATIENCE));
        } finally {
            patient.stop();
        }
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

    private static void isUnavailable(CompletableFuture<?> answer) {
        assertThatThrownBy(answer::join).cause().isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.kind())
                .isEqualTo(Kind.UNAVAILABLE));
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
