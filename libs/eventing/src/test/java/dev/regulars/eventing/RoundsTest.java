package dev.regulars.eventing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final Duration AN_HOUR = Duration.ofHours(1);

    final AtomicInteger begun = new AtomicInteger();
    volatile CompletableFuture<Void> end = new CompletableFuture<>();
    Rounds rounds = Rounds.every(VERTX, AN_HOUR, "Test", this::round);

    @AfterEach
    void stop() {
        rounds.stop();
    }

    @AfterAll
    static void close() {
        var unused = VERTX.close();
    }

    @Test
    void eachRoundHasAContextOfItsOwn() {
        Set<Context> contexts = ConcurrentHashMap.newKeySet();
        rounds = Rounds.every(VERTX, Duration.ofMillis(20), "Test", () -> Uni.createFrom()
                .voidItem()
                .invoke(() -> contexts.add(Vertx.currentContext())));
        rounds.start();

        await().until(() -> contexts.size() >= 3);
        assertThat(contexts).allMatch(VertxContext::isDuplicatedContext);
    }

    @Test
    void theFirstRoundIsAtOnce() {
        rounds.start();

        awaitBegun(1);
    }

    @Test
    void whoeverPokesDuringARoundGetsOneMoreAfterIt() throws InterruptedException {
        rounds.start();
        awaitBegun(1);
        rounds.poke();
        rounds.poke();
        assertThat(begun).hasValue(1);

        endOfRound();
        awaitBegun(2);

        endOfRound();
        Thread.sleep(200);
        assertThat(begun).hasValue(2);
    }

    @Test
    void aPokeBetweenRoundsIsHeardAtOnce() {
        rounds.start();
        awaitBegun(1);
        endOfRound();

        rounds.poke();

        awaitBegun(2);
    }

    @Test
    void aRoundThatFailsOrThrowsDoesNotStopTheNext() {
        rounds = Rounds.every(VERTX, Duration.ofMillis(20), "Test", () -> {
            if (begun.incrementAndGet() == 1) {
                throw new IllegalStateException("thrown");
            }
            return Uni.createFrom().failure(new IllegalStateException("failed"));
        });

        rounds.start();

        await().atMost(Duration.ofSeconds(20)).until(() -> begun.get() > 3);
    }

    @Test
    void afterStopNoRoundBegins() throws InterruptedException {
        rounds = Rounds.every(VERTX, Duration.ofMillis(20), "Test", this::round);
        rounds.start();
        awaitBegun(1);
        rounds.poke();

        rounds.stop();
        endOfRound();
        rounds.poke();
        Thread.sleep(200);

        assertThat(begun).hasValue(1);
    }

    private void awaitBegun(int rounds) {
        await().atMost(Duration.ofSeconds(20)).untilAtomic(begun, equalTo(rounds));
    }

    private Uni<Void> round() {
        begun.incrementAndGet();
        return Uni.createFrom().completionStage(end);
    }

    private void endOfRound() {
        var ending = end;
        end = new CompletableFuture<>();
        ending.complete(null);
    }
}
