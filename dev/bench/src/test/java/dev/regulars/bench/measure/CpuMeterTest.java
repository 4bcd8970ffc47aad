package dev.regulars.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CpuMeterTest {

    @Test
    void childProcessesCountAndSleepDoesNot() throws IOException, InterruptedException {
        Process busy = new ProcessBuilder("sh", "-c", "sh -c 'while :; do :; done'; true").start();
        Process idle = new ProcessBuilder("sleep", "60").start();
        try {
            CpuMeter meter = CpuMeter.start(
                    List.of(CpuTime.of("busy", busy.toHandle()), CpuTime.of("idle", idle.toHandle())), List.of());
            Thread.sleep(1_000);
            Sample sample = meter.per(10, "cost");

            assertThat(sample.figures().get("cost")).isBetween(5_000.0, 150_000.0);
            assertThat(sample.figures().get("CPU of idle, µs")).isLessThan(2_000);
        } finally {
            busy.descendants().forEach(ProcessHandle::destroyForcibly);
            busy.destroyForcibly();
            idle.destroyForcibly();
        }
    }
}
