package dev.regulars.faults.workload;

import dev.regulars.faults.suite.Deadline;
import dev.regulars.faults.suite.SuiteControl;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;

/** Kills processes one after the other while some work goes on, and starts each again. */
record Kills(SuiteControl suite, Random random, PrintStream out) {

    private static final Duration DOWN = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    /**
     * At random moments, one in each of as many equal parts of the work.
     *
     * @param progress from 0 to 1
     */
    void during(DoubleSupplier progress, List<String> victims) {
        for (int i = 0; i < victims.size(); i++) {
            double at = (i + 0.1 + 0.6 * random.nextDouble()) / victims.size();
            while (progress.getAsDouble() < at) {
                Deadline.pause(BETWEEN_LOOKS);
            }
            kill(victims.get(i), progress.getAsDouble());
        }
    }

    private void kill(String victim, double progress) {
        out.printf("  kill -9 %s at %.0f %%%n", victim, 100 * progress);
        suite.kill(victim);
        Deadline.pause(DOWN);
        suite.start(victim);
    }
}
