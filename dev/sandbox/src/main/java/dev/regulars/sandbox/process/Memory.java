package dev.regulars.sandbox.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Resident memory of processes. */
public final class Memory {

    private Memory() {}

    /** Resident memory in MiB; 0 where the system has no {@code /proc}. */
    public static long of(List<ProcessHandle> processes) {
        return processes.stream().mapToLong(Memory::kibibytes).sum() / 1024;
    }

    private static long kibibytes(ProcessHandle process) {
        try (var lines = Files.lines(Path.of("/proc", "" + process.pid(), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException unknown) {
            return 0;
        }
    }
}
