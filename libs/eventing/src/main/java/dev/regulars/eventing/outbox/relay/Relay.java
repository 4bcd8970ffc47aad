package dev.regulars.eventing.outbox.relay;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.regulars.eventing.outbox.OutboxConfig;
import dev.regulars.eventing.outbox.relay.DocumentQueue.Receipt;
import dev.regulars.eventing.outbox.relay.PendingEvents.Due;
import dev.regulars.eventing.outbox.relay.PendingEvents.Ref;
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
 * thread of its own; writes, sweeps, and the answers of broker and database are tasks for it.
 */
@ApplicationScoped
public class Relay {

    private final KafkaPublisher broker;
    private final OutboxCleaner cleaner;
    private final OutboxConfig config;
    private final RelayMetrics metrics;
    private final Map<Ref, DocumentQueue> queues = new HashMap<>();
    private final Set<DocumentQueue> toClean = new LinkedHashSet<>();
    private final AtomicInteger submitted = new AtomicInteger();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("outbox-relay").daemon().factory());
    private boolean cleaning;
    private long brokerAwayUntil = System.nanoTime();

    public Relay(KafkaPublisher broker, OutboxCleaner cleaner, OutboxConfig config, RelayMetrics metrics) {
        this.broker = broker;
        this.cleaner = cleaner;
        this.config = config;
        this.metrics = metrics;
    }

    /** False where the relay holds as much as it may: a sweep brings the document again. */
    public boolean handOver(PendingEvents document) {
        if (submitted.get() + metrics.held() >= config.held()) {
            return false;
        }
        submitted.incrementAndGet();
        submit(() -> take(document));
        return true;
    }

    /** Forgets documents that have been quiet since the last time. */
    void tidy() {
        submit(() -> queues.values().removeIf(DocumentQueue::forgettable));
    }

    private void submit(Runnable task) {
        try {
            thread.execute(() -> attempt(task));
        } catch (RejectedExecutionException stopping) {
            Log.debug("The relay stops; what is left waits in its documents for a sweep");
        }
    }

    private static void attempt(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            Log.error("A task of the relay failed; the sweep brings the document again", e); // a pool would swallow it
        }
    }

    private void take(PendingEvents document) {
        submitted.decrementAndGet();
        DocumentQueue queue = queues.computeIfAbsent(document.document(), ref -> new DocumentQueue(document));
        int before = queue.length();
        queue.see(document);
        metrics.took(queue.length() - before);
        sendNext(queue);
        clean(queue);
    }

    private void sendNext(DocumentQueue queue) {
        for (Due next : queue.start()) {
            if (System.nanoTime() < brokerAwayUntil) {
                tryAgain(queue, next, 1);
            } else {
                broker.send(next, failure -> submit(() -> answered(queue, next, failure)));
            }
        }
    }

    private void answered(DocumentQueue queue, Due sent, @Nullable Exception failure) {
        if (failure == null) {
            metrics.sent(queue.isBlocked(sent));
            queue.acknowledged(sent);
            sendNext(queue);
            clean(queue);
        } else {
            failed(queue, sent, failure);
        }
    }

    private void failed(DocumentQueue queue, Due sent, Exception failure) {
        boolean forGood = failure instanceof RecordTooLargeException;
        metrics.failed(failure, forGood && !queue.isBlocked(sent));
        queue.failed(sent, forGood);
        Log.warnf(
                failure,
                "Event %s of %s was not sent",
                sent.entry().id(),
                sent.entry().key());
        if (failure instanceof TimeoutException) {
            brokerAwayUntil = System.nanoTime() + SECONDS.toNanos(1);
        }
        tryAgain(queue, sent, forGood ? 30 : 1);
    }

    private void tryAgain(DocumentQueue queue, Due due, int seconds) {
        Runnable again = () -> {
            queue.tryAgain(due);
            sendNext(queue);
        };
        var unused = thread.schedule(again, seconds, SECONDS);
    }

    private void clean(DocumentQueue queue) {
        if (queue.hasReceipt()) {
            toClean.add(queue);
        }
        cleanRest();
    }

    /** One bulk write at a time, for all that came in during the one before. */
    private void cleanRest() {
        if (!cleaning && !toClean.isEmpty()) {
            cleaning = true;
            List<Receipt> batch = toClean.stream().map(DocumentQueue::receipt).toList();
            toClean.clear();
            var unused = cleaner.takeOut(batch).subscribe().with(rest -> submit(() -> pulled(batch, rest)));
        }
    }

    private void pulled(List<Receipt> batch, List<Receipt> rest) {
        cleaning = false;
        batch.stream().filter(receipt -> !rest.contains(receipt)).forEach(this::pulled);
        cleanRest();
        if (!rest.isEmpty()) {
            var unused = thread.schedule(() -> rest.forEach(this::cleanAgain), 1, SECONDS);
        }
    }

    /** A receipt can be in two batches; after the first one its queue may have been forgotten. */
    private void pulled(Receipt receipt) {
        DocumentQueue queue = queues.get(receipt.document());
        if (queue != null) {
            queue.pulled(receipt);
        }
    }

    private void cleanAgain(Receipt receipt) {
        DocumentQueue queue = queues.get(receipt.document());
        if (queue != null) {
            clean(queue);
        }
    }

    @PreDestroy
    public void stop() {
        thread.shutdownNow();
    }
}
