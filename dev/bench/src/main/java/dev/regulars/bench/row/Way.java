package dev.regulars.bench.row;

import dev.regulars.bench.measure.Answers;
import dev.regulars.bench.measure.Cpu;
import dev.regulars.bench.measure.Meter;
import dev.regulars.bench.measure.Side;
import dev.regulars.bench.process.Load;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * A way to an answer: how one asks, who is at work, and who beside.
 *
 * @param load anew for each run
 */
public record Way(String name, String cost, Supplier<Load> load, List<Cpu> counted, List<Cpu> beside) {

    static final String RATE = "requests/s";
    static final String P99 = "p99, ms";

    private static final int CONNECTIONS = 16;
    private static final int OPEN_CONNECTIONS = 64;

    /** As fast as it goes. */
    public Side closed(Duration warmUp) {
        return side(warmUp, (fresh, time) -> fresh.closed(CONNECTIONS, time));
    }

    /** So many a second. */
    public Side open(double perSecond) {
        return side(Duration.ZERO, (fresh, time) -> fresh.open(perSecond, OPEN_CONNECTIONS, time));
    }

    private Side side(Duration warmUp, BiFunction<Load, Duration, Answers> ask) {
        return new Side(name, warmUp, time -> {
            Load fresh = load.get();
            Meter meter = Meter.start(counted, beside);
            Answers answers = ask.apply(fresh, time);
            return answers.after(meter.per(answers.count(), cost));
        });
    }
}
