package dev.regulars.eventing.outbox;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;

import dev.regulars.eventing.outbox.DocumentQueue.Receipt;
import dev.regulars.eventing.outbox.PendingEvents.Due;
import dev.regulars.eventing.outbox.PendingEvents.Ref;
import io.quarkus.logging.Log;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Moves waiting events from documents to Kafka: at least once, in order per document. Everything it knows belongs to one
 * thread of its own; whoever has news (a write, a sweep, an answer of broker or database) leaves a note for it.
 */
@ApplicationScoped
class Relay {

    private final KafkaPublisher broker;
    private final OutboxCleaner puller;
    private final OutboxConfig config;
    private final RelayMetrics metrics;
    private final Map<Ref, DocumentQueue> lanes = new HashMap<>();
    private final Set<DocumentQueue> toPull = new LinkedHashSet<>();
    private final AtomicInteger notes = new AtomicInteger();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("outbox-relay").daemon().factory());
    private boolean pulling;
    private long brokerAwayUntil = System.nanoTime();

    Relay(KafkaPublisher broker, OutboxCleaner puller, OutboxConfig config, RelayMetrics metrics) {
        this.broker = broker;
        this.puller = puller;
        this.config = config;
        this.metrics = metrics;
    }

    /** False where the relay holds as much as it may: a sweep brings the document again. */
    boolean handOver(PendingEvents document) {
        if (notes.get() + metrics.held() >= config.held()) {
            return false;
        }
        notes.incrementAndGet();
        note(() -> take(document));
        return true;
    }

    /** Forgets documents that have been quiet since the last time. */
    void tidy() {
        note(() -> lanes.values().removeIf(DocumentQueue::forgettable));
    }

    private void note(Runnable news) {
        try {
            thread.execute(() -> attempt(news));
        } catch (RejectedExecutionException stopping) {
            Log.debug("The relay stops; what is left waits in its documents for a sweep");
        }
    }

    private static void attempt(Runnable news) {
        try {
            news.run();
        } catch (RuntimeException e) {
            Log.error("The relay stumbled; the sweep brings the document again", e); // a pool would swallow it
        }
    }

    private void take(PendingEvents document) {
        notes.decrementAndGet();
        DocumentQueue lane = lanes.computeIfAbsent(document.document(), ref -> new DocumentQueue(document));
        int before = lane.length();
        lane.see(document);
        metrics.took(lane.length() - before);
        sendNext(lane);
        pull(lane);
    }

    private void sendNext(DocumentQueue lane) {
        Due next = lane.start();
        if (next == null) {
            return;
        }
        if (System.nanoTime() < brokerAwayUntil) {
            tryAgain(lane, 1);
        } else {
            broker.send(next, failure -> note(() -> answered(lane, next, failure)));
        }
    }

    private void answered(DocumentQueue lane, Due sent, @Nullable Exception failure) {
        if (failure == null) {
            metrics.sent(lane.blocked());
            lane.acknowledged();
            sendNext(lane);
            pull(lane);
        } else {
            failed(lane, sent, failure);
        }
    }

    private void failed(DocumentQueue lane, Due sent, Exception failure) {
        boolean forGood = failure instanceof RecordTooLargeException;
        metrics.failed(failure, forGood && !lane.blocked());
        lane.failed(forGood);
        Log.warnf(
                failure,
                "Event %s of %s was not sent",
                sent.entry().id(),
                sent.entry().key());
        if (failure instanceof TimeoutException) {
            brokerAwayUntil = System.nanoTime() + SECONDS.toNanos(1);
        }
        tryAgain(lane, forGood ? 30 : 1);
    }

    private void tryAgain(DocumentQueue lane, int seconds) {
        Runnable again = () -> {
            lane.tryAgain();
            sendNext(lane);
        };
        var unused = thread.schedule(again, seconds, SECONDS);
    }

    private void pull(DocumentQueue lane) {
        if (lane.hasReceipt()) {
            toPull.add(lane);
        }
        pullRest();
    }

    /** One bulk write at a time, for all that came in during the one before. */
    private void pullRest() {
        if (!pulling && !toPull.isEmpty()) {
            pulling = true;
            List<Receipt> batch = toPull.stream().map(DocumentQueue::receipt).toList();
            toPull.clear();
            var unused = puller.takeOut(batch).subscribe().with(rest -> note(() -> pulled(batch, rest)));
        }
    }

    private void pulled(List<Receipt> batch, List<Receipt> rest) {
        pulling = false;
        batch.stream().filter(receipt -> !rest.contains(receipt)).forEach(receipt -> laneOf(receipt)
                .pulled(receipt));
        pullRest();
        if (!rest.isEmpty()) {
            var unused = thread.schedule(() -> rest.forEach(receipt -> pull(laneOf(receipt))), 1, SECONDS);
        }
    }

    /** A lane with something unpulled is never forgotten. */
    private DocumentQueue laneOf(Receipt receipt) {
        return requireNonNull(lanes.get(receipt.document()));
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }
}
