package dev.regulars.eventing.consumer.poll;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Polls, has the batch worked on, commits, and polls again. While a batch is worked on the partitions are paused and polling
 * goes on, so that the broker knows that this replica is alive. After any failure here a new Kafka consumer goes on from the
 * last commit: the thread ends with the service only.
 */
public final class PollLoop implements ConsumerRebalanceListener {

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration COMMIT = Duration.ofSeconds(5);
    /** A consumer that is busy commits several batches at once; after a crash their repeats change nothing. */
    private static final Duration BETWEEN_COMMITS = Duration.ofMillis(200);

    /** Where no record of a small batch has an effect here, nobody waits for the next ones: more of them come together. */
    private static final Duration AFTER_NOTHING = Duration.ofMillis(20);

    private static final int SMALL = 100;

    private static final Duration DRAIN = Duration.ofSeconds(5);

    private final String name;
    private final String topic;
    private final FormerOffsets former;
    private final Map<String, Object> settings;
    private final Function<List<ConsumerRecord<String, String>>, CompletableFuture<Void>> work;
    private final MeterRegistry metrics;
    private final Map<TopicPartition, OffsetAndMetadata> toCommit = new HashMap<>();
    private final Thread thread;
    private volatile boolean stopped;
    private volatile @Nullable Consumer<String, String> consumer;
    private @Nullable CompletableFuture<Void> underWay;
    private Map<TopicPartition, OffsetAndMetadata> inHand = Map.of();
    private long committedAt = System.nanoTime();

    /** @param work on a batch; it succeeds once every record has its effect or is stored, and never fails */
    public PollLoop(
            String name,
            String topic,
            FormerOffsets former,
            Map<String, Object> settings,
            Function<List<ConsumerRecord<String, String>>, CompletableFuture<Void>> work,
            MeterRegistry metrics) {
        this.name = name;
        this.topic = topic;
        this.former = former;
        this.settings = settings;
        this.work = work;
        this.metrics = metrics;
        this.thread = Thread.ofPlatform().name("consumer-" + name).daemon().unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    public void stop() {
        stopped = true;
        Consumer<String, String> running = consumer;
        if (running != null) {
            running.wakeup();
        }
    }

    /** What is under way is finished and committed first, within a bound. */
    public void awaitEnd() {
        try {
            thread.join(DRAIN.plus(COMMIT));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopped) {
            try {
                consume();
            } catch (Throwable e) { // even an Error: a consumer that is silent is worse
                Log.errorf(e, "Consumer %s begins again from its last commit", name);
                LockSupport.parkNanos(POLL.toNanos());
            }
        }
    }

    private void consume() throws InterruptedException {
        toCommit.clear();
        try (var polling = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
                var shown = new KafkaClientMetrics(polling)) {
            shown.bindTo(metrics);
            consumer = polling;
            polling.subscribe(List.of(topic), this);
            while (!stopped) {
                take(polling, polling.poll(POLL));
            }
        } catch (WakeupException e) {
            Log.debugf("Consumer %s stops", name);
        } finally {
            abandon();
            consumer = null;
        }
    }

    /** What a failure of the loop left: the next consumer reads the records again. */
    private void abandon() {
        CompletableFuture<Void> left = underWay;
        if (left != null) {
            left.cancel(false);
            underWay = null;
        }
    }

    private void take(Consumer<String, String> polling, ConsumerRecords<String, String> records)
            throws InterruptedException {
        if (!records.isEmpty()) {
            inHand = records.nextOffsets();
            var done = work.apply(
                    StreamSupport.stream(records.spliterator(), false).toList());
            if (done.isDone() && records.count() < SMALL) {
                LockSupport.parkNanos(AFTER_NOTHING.toNanos());
            }
            underWay = done;
            awaitPolling(polling, done);
            underWay = null;
            if (!done.isDone()) { // the service stops; the records are read again
                done.cancel(false);
                return;
            }
            toCommit.putAll(inHand);
            if (System.nanoTime() - committedAt < BETWEEN_COMMITS.toNanos()) {
                return;
            }
        }
        commit(polling);
    }

    private void awaitPolling(Consumer<String, String> polling, CompletableFuture<Void> done)
            throws InterruptedException {
        while (!isDone(done, stopped ? DRAIN : POLL) && !stopped) {
            polling.pause(polling.assignment());
            pollPaused(polling);
        }
        polling.resume(polling.paused());
    }

    private void pollPaused(Consumer<String, String> polling) {
        try {
            if (!polling.poll(Duration.ZERO).isEmpty()) {
                throw new IllegalStateException("A paused partition had records");
            }
        } catch (WakeupException e) {
            Log.debugf("Consumer %s stops after its batch", name);
        }
    }

    private static boolean isDone(CompletableFuture<Void> work, Duration patience) throws InterruptedException {
        try {
            work.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A batch ended before its records did", e);
        }
    }

    /** A commit that fails is made again with the next one; at worst records are repeated. */
    private void commit(Consumer<String, String> polling) {
        toCommit.keySet().retainAll(polling.assignment());
        if (toCommit.isEmpty()) {
            return;
        }
        try {
            polling.commitSync(toCommit, COMMIT);
            toCommit.clear();
            committedAt = System.nanoTime();
        } catch (WakeupException e) {
            commit(polling); // the service stops, after this
        } catch (KafkaException e) {
            Log.warnf("Consumer %s could not commit %s: %s", name, toCommit, e);
        }
    }

    /** Another replica goes on with them: what is under way here ends first, within a bound, so that keys stay in order. */
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
        Consumer<String, String> polling = consumer;
        CompletableFuture<Void> ending = underWay;
        if (polling == null) {
            return;
        }
        try {
            if (ending != null && isDone(ending, DRAIN)) {
                toCommit.putAll(inHand);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        commit(polling);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> lost) {
        toCommit.keySet().removeAll(lost);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
        Consumer<String, String> polling = consumer;
        if (polling == null) {
            return;
        }
        former.apply(polling, assigned);
        if (underWay != null) {
            polling.pause(assigned);
        }
    }
}
