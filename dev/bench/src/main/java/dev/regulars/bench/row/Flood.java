package dev.regulars.bench.row;

import dev.regulars.bench.measure.Cpu;
import dev.regulars.bench.measure.Meter;
import dev.regulars.bench.measure.Sample;
import dev.regulars.bench.process.Patience;
import dev.regulars.bench.stage.Sink;
import java.time.Duration;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

/** Lets loose as many events as are delivered in a given time, and waits until the last one was. */
final class Flood {

    static final String COST = "CPU of the sender, µs per delivery";
    static final String RATE = "deliveries/s";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final IntConsumer events;
    private final Sink sink;
    private final LongSupplier arrived;
    private final Runnable settled;
    private final List<Cpu> counted;
    private final List<Cpu> beside;
    private double perSecond = 300;

    /**
     * @param arrived how many deliveries reached the sink
     * @param settled waits until the sender, too, is done with them
     */
    Flood(IntConsumer events, Sink sink, LongSupplier arrived, Runnable settled, List<Cpu> counted, List<Cpu> beside) {
        this.events = events;
        this.sink = sink;
        this.arrived = arrived;
        this.settled = settled;
        this.counted = counted;
        this.beside = beside;
    }

    Sample run(Duration time) {
        int count = (int) (perSecond * time.toMillis() / 1e3);
        long all = arrived.getAsLong() + count;
        Meter meter = Meter.start(counted, beside);
        long begun = System.nanoTime();
        events.accept(count);
        Patience.until("all delivered", PATIENCE, PAUSE, () -> arrived.getAsLong() >= all);
        double seconds = (sink.lastAt() - begun) / 1e9;
        settled.run();
        perSecond = count / seconds;
        return meter.per(count, COST).and(RATE, perSecond).and("deliveries", count);
    }
}
