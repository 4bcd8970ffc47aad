package dev.regulars.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A few rounds of {@code make violations}. */
class FaultsIT {

    private static final int ROUNDS = 5;

    @Test
    void nothingAcknowledgedIsLostOrDoneTwice() throws IOException, InterruptedException {
        long seed = Long.getLong("seed", Main.newSeed());
        assertThat(new FaultRunner(seed, System.out).run(ROUNDS))
                .as("all well with seed " + seed + " (what was not is printed above)")
                .isTrue();
    }
}
