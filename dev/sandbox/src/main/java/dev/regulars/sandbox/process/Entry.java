package dev.regulars.sandbox.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A process that was started once: a pid alone may belong to a stranger by now. */
record Entry(long pid, Instant started, String name) {

    /** The system's own figure for a start moves a little when its clock is set. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    static Entry of(String name, ProcessHandle process) {
        return new Entry(process.pid(), startOf(process), name);
    }

    static Entry parse(String line) {
        String[] words = line.split(" ", 3);
        return new Entry(Long.parseLong(words[0]), Instant.parse(words[1]), words[2]);
    }

    Optional<ProcessHandle> alive() {
        return ProcessHandle.of(pid)
                .filter(process -> process.info().command().isPresent()) // else it is dead, and only not yet buried
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
