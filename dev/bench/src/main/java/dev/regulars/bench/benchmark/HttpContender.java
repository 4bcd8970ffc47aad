package dev.regulars.bench.benchmark;

import dev.regulars.bench.measure.Contender;
import dev.regulars.bench.measure.CpuMeter;
import dev.regulars.bench.measure.CpuTime;
import dev.regulars.bench.measure.LoadResult;
import dev.regulars.bench.process.H2Load;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * A contender that is put under HTTP load.
 *
 * @param load supplies a fresh load for each run
 */
public record HttpContender(
        String name, String cost, Supplier<H2Load> load, List<CpuTime> counted, List<CpuTime> alsoShown) {

    static final String RATE = "requests/s";
    static final String P99 = "p99, ms";

    private static final int CONNECTIONS = 16;
    private static final int OPEN_CONNECTIONS = 64;

    /** Closed loop. */
    public Contender closed(Duration warmUp) {
        return contender(warmUp, (fresh, time) -> fresh.closed(CONNECTIONS, time));
    }

    /** Open loop at this rate. */
    public Contender open(double perSecond, Duration warmUp) {
        return contender(warmUp, (fresh, time) -> fresh.open(perSecond, OPEN_CONNECTIONS, time));
    }

    private Contender contender(Duration warmUp, BiFunction<H2Load, Duration, LoadResult> request) {
        return new Contender(name, warmUp, time -> {
            H2Load fresh = load.get();
            CpuMeter meter = CpuMeter.start(counted, alsoShown);
            LoadResult result = request.apply(fresh, time);
            return result.after(meter.per(result.count(), cost));
        });
    }
}
