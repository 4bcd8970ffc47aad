package dev.regulars.bench.benchmark;

import dev.regulars.bench.environment.WebhookSink;
import dev.regulars.bench.measure.CpuMeter;
import dev.regulars.bench.measure.CpuTime;
import dev.regulars.bench.measure.Sample;
import dev.regulars.bench.process.Await;
import java.time.Duration;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

/** Publishes as many events as can be delivered in a given time, and waits until all are delivered. */
final class EventBurst {

    static final String COST = "CPU of the sender, µs per delivery";
    static final String RATE = "deliveries/s";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final IntConsumer events;
    private final WebhookSink sink;
    private final LongSupplier arrived;
    private final Runnable drained;
    private final List<CpuTime> counted;
    private final List<CpuTime> alsoShown;
    private double perSecond = 300;

    /**
     * @param arrived the number of deliveries at the sink
     * @param drained waits until the sender has recorded all of them
     */
    EventBurst(
            IntConsumer events,
            WebhookSink sink,
            LongSupplier arrived,
            Runnable drained,
            List<CpuTime> counted,
            List<CpuTime> alsoShown) {
        this.events = events;
        this.sink = sink;
        this.arrived = arrived;
        this.drained = drained;
        this.counted = counted;
        this.alsoShown = alsoShown;
    }

    Sample run(Duration time) {
        int count = (int) (perSecond * time.toMillis() / 1e3);
        long all = arrived.getAsLong() + count;
        CpuMeter meter = CpuMeter.start(counted, alsoShown);
        long startedAt = System.nanoTime();
        events.accept(count);
        Await.until("all delivered", PATIENCE, PAUSE, () -> arrived.getAsLong() >= all);
        double seconds = (sink.lastAt() - startedAt) / 1e9;
        drained.run();
        perSecond = count / seconds;
        return meter.per(count, COST).and(RATE, perSecond).and("deliveries", count);
    }
}
