package dev.regulars.faults;

import com.sun.management.OperatingSystemMXBean;
import dev.regulars.faults.scenario.ScenarioRunner;
import dev.regulars.faults.suite.Deadline;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** Machines differ in speed, and recovery times tell of the suite only where the load leaves cores idle meanwhile. */
final class LoadCalibration {

    private static final double HALF_BUSY = 0.6;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(20);
    /** What was found on two cores. */
    private static final int WITHOUT_WARM_UP = 7;

    private LoadCalibration() {}

    /** Returns how many times as long as planned the pauses of the load must be to leave the machine half idle. */
    static int find(Duration warmUp, ScenarioRunner runner, RunLog log) {
        if (warmUp.isZero()) {
            return WITHOUT_WARM_UP;
        }
        OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        Duration half = warmUp.dividedBy(2);
        Deadline.pause(half);
        int slowness = 1;
        for (long look = half.dividedBy(BETWEEN_LOOKS); look > 0; look--) {
            double unused = machine.getCpuLoad(); // of the time until now
            Deadline.pause(BETWEEN_LOOKS);
            double busy = machine.getCpuLoad();
            if (busy > HALF_BUSY) {
                runner.slowDown(++slowness);
            }
            log.print("cores are %.0f %% busy, pauses of the load are %d times as long as planned"
                    .formatted(100 * busy, slowness));
        }
        runner.slowDown(1);
        return slowness;
    }
}
