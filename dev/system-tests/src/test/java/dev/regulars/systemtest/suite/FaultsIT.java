package dev.regulars.systemtest.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.faults.FaultRun;
import dev.regulars.faults.Main;
import dev.regulars.faults.RunLog;
import dev.regulars.sandbox.SandboxProcess;
import dev.regulars.systemtest.sandbox.SharedSandbox;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** One round of {@code make faults}. Runs first: its invariants hold for data that no other test has touched. */
@Order(1)
@ResourceLock(SharedSandbox.PROCESSES)
@ExtendWith(SharedSandbox.class)
public class FaultsIT {

    public static final int ROUNDS = 1;

    private final SandboxProcess sandbox;

    FaultsIT(SandboxProcess sandbox) {
        this.sandbox = sandbox;
    }

    @Test
    void nothingAcknowledgedIsLostOrDoneTwice() throws IOException, InterruptedException {
        long seed = Long.getLong("seed", Main.newSeed());
        var log = new RunLog(System.out);
        assertThat(new FaultRun(sandbox, SharedSandbox.REPLICATED, seed, log).run(ROUNDS, Duration.ZERO))
                .as(
                        "Violations with seed %d and data in %s; the log:%n%s",
                        seed, sandbox.home().folder(), log.text())
                .isEmpty();
    }
}
