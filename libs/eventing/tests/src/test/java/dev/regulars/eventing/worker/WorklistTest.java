package dev.regulars.eventing.worker;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.regulars.eventing.worker.Worklist.Steps;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorklistTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final int PAGE = 10;

    /** When each row is due, as documents would say. */
    final Map<Integer, Instant> rows = new ConcurrentHashMap<>();

    final List<Integer> done = new CopyOnWriteArrayList<>();
    final AtomicInteger attempts = new AtomicInteger();
    Worklist<Integer> list = list(AN_HOUR);

    @AfterEach
    void stop() {
        list.stop();
    }

    @AfterAll
    static void close() {
        var unused = VERTX.close();
    }

    @Test
    void ofAHundredFailingRowsBeforeItNoneHoldsUpAGoodOne() {
        fill(100);
        rows.put(1_000, Instant.now().minusSeconds(1));

        list.start();

        await().atMost(ofSeconds(5)).until(() -> done.contains(1_000));
        assertThat(attempts).hasValueLessThanOrEqualTo(101);
    }

    @Test
    void aRowThatFailsAgainWaitsTwiceAsLong() {
        list = list(ofMillis(100));
        fill(1);
        list.start();

        await().atMost(ofSeconds(5)).until(() -> attempts.get() >= 4);
        assertThat(Duration.between(Instant.now(), rows.get(0))).isGreaterThan(ofMillis(400));
    }

    @Test
    void whatThrowsOrCannotBePostponedEndsNeitherTheRoundNorTheList() {
        fill(3);
        rows.put(1_000, Instant.now().minusSeconds(1));
        list = new Worklist<>(
                VERTX,
                Clock.systemUTC(),
                ofMillis(50),
                "Test",
                new Steps<>(
                        this::due,
                        row -> row,
                        (row, now) -> {
                            if (row < 1_000) {
                                throw new StackOverflowError("on purpose");
                            }
                            return work(row, now);
                        },
                        (row, until) -> {
                            throw new IllegalStateException("on purpose");
                        }));
        list.start();

        await().atMost(ofSeconds(5)).until(() -> done.contains(1_000));
        rows.put(1_001, Instant.now().minusSeconds(1));
        await().atMost(ofSeconds(5)).until(() -> done.contains(1_001));
    }

    @Test
    void eachItemIsGivenTheTimeOfItsOwnBeginning() {
        List<Instant> times = new CopyOnWriteArrayList<>();
        range(0, 20).forEach(row -> rows.put(row, Instant.now().minusSeconds(1)));
        list = new Worklist<>(
                VERTX,
                Clock.systemUTC(),
                AN_HOUR,
                "Test",
                new Steps<>(
                        this::due,
                        row -> row,
                        (row, now) -> {
                            times.add(now);
                            rows.remove(row);
                            return Uni.createFrom()
                                    .voidItem()
                                    .onItem()
                                    .delayIt()
                                    .by(ofMillis(50));
                        },
                        this::postpone));
        list.start();

        await().atMost(ofSeconds(5)).until(() -> times.size() == 20);
        assertThat(times.getLast()).isAfter(times.getFirst().plusMillis(50));
    }

    private void fill(int failing) {
        rows.putAll(range(0, failing).boxed().collect(toMap(row -> row, row -> Instant.now()
                .minusSeconds(1_000 - row))));
    }

    private Worklist<Integer> list(Duration interval) {
        return new Worklist<>(
                VERTX,
                Clock.systemUTC(),
                interval,
                "Test",
                new Steps<>(this::due, row -> row, this::work, this::postpone));
    }

    private Uni<List<Integer>> due(Instant now) {
        return Uni.createFrom()
                .item(rows.entrySet().stream()
                        .filter(row -> !row.getValue().isAfter(now))
                        .sorted(Map.Entry.comparingByValue())
                        .limit(PAGE)
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private Uni<Void> work(int row, Instant now) {
        attempts.incrementAndGet();
        if (row < 1_000) {
            return Uni.createFrom().failure(new IllegalStateException("on purpose"));
        }
        rows.remove(row);
        done.add(row);
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> postpone(int row, Instant until) {
        rows.put(row, until);
        return Uni.createFrom().voidItem();
    }
}
