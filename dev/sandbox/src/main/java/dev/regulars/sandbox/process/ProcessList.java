package dev.regulars.sandbox.process;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.util.concurrent.TimeUnit.SECONDS;

import dev.regulars.sandbox.home.SandboxHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The processes of a sandbox, kept in a file so that the next command finds leftovers of an earlier one. */
public record ProcessList(SandboxHome home) {

    private static final String SUPERVISOR = "supervisor";

    /** Starts a new list; the file {@code pid} is for humans. */
    public void begin(ProcessHandle supervisor) {
        home.write("pid", supervisor.pid() + "\n");
        home.write("processes", ProcessEntry.of(SUPERVISOR, supervisor) + "\n");
    }

    public synchronized void add(String name, ProcessHandle process) {
        try {
            Files.writeString(file(), ProcessEntry.of(name, process) + "\n", CREATE, APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void forget() {
        home.remove("pid");
        home.remove("processes");
    }

    public Optional<ProcessHandle> supervisor() {
        return entries().stream()
                .filter(entry -> entry.name().equals(SUPERVISOR))
                .flatMap(entry -> entry.alive().stream())
                .findFirst();
    }

    /** Kills the database last: the others may still write. */
    public int endAll() {
        List<ProcessHandle> left = entries().reversed().stream()
                .flatMap(entry -> entry.alive().stream())
                .toList();
        left.forEach(process -> {
            process.destroyForcibly();
            process.onExit().completeOnTimeout(process, 10, SECONDS).join();
        });
        return left.size();
    }

    private Path file() {
        return home.file("processes");
    }

    private List<ProcessEntry> entries() {
        try {
            return Files.exists(file())
                    ? Files.readAllLines(file()).stream()
                            .map(ProcessEntry::parse)
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
