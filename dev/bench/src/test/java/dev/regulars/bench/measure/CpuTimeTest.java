package dev.regulars.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class CpuTimeTest {

    @Test
    @EnabledOnOs(OS.LINUX)
    void threadsAreCountedByNamePrefix() throws InterruptedException {
        var done = new AtomicBoolean();
        Thread busy = Thread.ofPlatform().name("hashing-0").start(() -> {
            while (!done.get()) {
                Thread.onSpinWait();
            }
        });
        try {
            CpuTime hashing = CpuTime.ofThreads("hashing", ProcessHandle.current(), "hashing-");
            CpuTime nobody = CpuTime.ofThreads("nobody", ProcessHandle.current(), "hashing-1");
            double before = hashing.microseconds();
            Thread.sleep(500);

            assertThat(hashing.microseconds() - before).isBetween(50_000.0, 520_000.0);
            assertThat(nobody.microseconds()).isZero();
        } finally {
            done.set(true);
            busy.join();
        }
    }
}
