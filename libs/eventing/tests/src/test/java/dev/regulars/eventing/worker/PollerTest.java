package dev.regulars.eventing.worker;

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

class PollerTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final Duration AN_HOUR = Duration.ofHours(1);

    final AtomicInteger begun = new AtomicInteger();
    volatile CompletableFuture<Void> end = new CompletableFuture<>();
    Poller poller = Poller.every(VERTX, AN_HOUR, "Test", this::round);

    @AfterEach
    void stop() {
        poller.stop();
    }

    @AfterAll
    static void close() {
        var unused = VERTX.close();
    }

    @Test
    void eachRoundHasAContextOfItsOwn() {
        Set<Context> contexts = ConcurrentHashMap.newKeySet();
        poller = Poller.every(VERTX, Duration.ofMillis(20), "Test", () -> Uni.createFrom()
                .voidItem()
                .invoke(() -> contexts.add(Vertx.currentContext())));
        poller.start();

        await().until(() -> contexts.size() >= 3);
        assertThat(contexts).allMatch(VertxContext::isDuplicatedContext);
    }

    @Test
    void theFirstRoundIsAtOnce() {
        poller.start();

        awaitBegun(1);
    }

    @Test
    void whoeverPokesDuringARoundGetsOneMoreAfterIt() throws InterruptedException {
        poller.start();
        awaitBegun(1);
        poller.wake();
        poller.wake();
        assertThat(begun).hasValue(1);

        endOfRound();
        awaitBegun(2);

        endOfRound();
        Thread.sleep(200);
        assertThat(begun).hasValue(2);
    }

    @Test
    void aPokeBetweenRoundsIsHeardAtOnce() {
        poller.start();
        awaitBegun(1);
        endOfRound();

        poller.wake();

        awaitBegun(2);
    }

    @Test
    void aRoundThatFailsOrThrowsDoesNotStopTheNext() {
        poller = Poller.every(VERTX, Duration.ofMillis(20), "Test", () -> {
            if (begun.incrementAndGet() == 1) {
                throw new IllegalStateException("thrown");
            }
            return Uni.createFrom().failure(new IllegalStateException("failed"));
        });

        poller.start();

        await().atMost(Duration.ofSeconds(20)).until(() -> begun.get() > 3);
    }

    @Test
    void afterStopNoRoundBegins() throws InterruptedException {
        poller = Poller.every(VERTX, Duration.ofMillis(20), "Test", this::round);
        poller.start();
        awaitBegun(1);
        poller.wake();

        poller.stop();
        endOfRound();
        poller.wake();
        Thread.sleep(200);

        assertThat(begun).hasValue(1);
    }

    private void awaitBegun(int poller) {
        await().atMost(Duration.ofSeconds(20)).untilAtomic(begun, equalTo(poller));
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
