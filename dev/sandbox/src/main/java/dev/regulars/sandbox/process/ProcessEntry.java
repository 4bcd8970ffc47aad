package dev.regulars.sandbox.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A started process: pid and start time, since a pid may have been reused. */
record ProcessEntry(long pid, Instant started, String name) {

    /** The reported start time moves a little when the system clock is set. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    static ProcessEntry of(String name, ProcessHandle process) {
        return new ProcessEntry(process.pid(), startOf(process), name);
    }

    static ProcessEntry parse(String line) {
        String[] segments = line.split(" ", 3);
        return new ProcessEntry(Long.parseLong(segments[0]), Instant.parse(segments[1]), segments[2]);
    }

    Optional<ProcessHandle> alive() {
        return ProcessHandle.of(pid)
                .filter(process -> process.info().command().isPresent()) // else it is a zombie
                .filter(process ->
                        Duration.between(started, startOf(process)).abs().compareTo(TOLERANCE) <= 0);
    }

    @Override
    public String toString() {
        return pid + " " + started + " " + name;
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
