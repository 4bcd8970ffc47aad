package dev.regulars.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

/**
 * CPU time spent so far.
 *
 * @param spent in microseconds
 */
public record CpuTime(String name, DoubleSupplier spent) {

    /** Of a process and its descendants, with a resolution of 10 ms. */
    public static CpuTime of(String name, ProcessHandle process) {
        return new CpuTime(name, () -> Stream.concat(Stream.of(process), process.descendants())
                .mapToDouble(one -> spentBy(one, name))
                .sum());
    }

    /** Of the threads of a process whose names have this prefix, with a resolution of nanoseconds. */
    public static CpuTime ofThreads(String name, ProcessHandle process, String prefix) {
        Path tasks = Path.of("/proc", "" + process.pid(), "task");
        return new CpuTime(name, () -> {
            try (var threads = Files.list(tasks)) {
                return threads.toList().stream()
                        .mapToDouble(thread -> spentBy(thread, prefix))
                        .sum();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    double microseconds() {
        return spent.getAsDouble();
    }

    private static double spentBy(ProcessHandle process, String name) {
        return process.info()
                        .totalCpuDuration()
                        .orElseThrow(() -> new IllegalStateException(name + " is gone"))
                        .toNanos()
                / 1e3;
    }

    private static double spentBy(Path thread, String prefix) {
        try {
            List<String> name = Files.readAllLines(thread.resolve("comm"));
            return name.getFirst().startsWith(prefix)
                    ? Long.parseLong(Files.readString(thread.resolve("schedstat"))
                                    .split(" ", 2)[0])
                            / 1e3
                    : 0;
        } catch (NoSuchFileException ended) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
