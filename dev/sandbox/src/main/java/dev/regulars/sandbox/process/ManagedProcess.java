package dev.regulars.sandbox.process;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.regulars.local.Ports;
import dev.regulars.local.Spawner;
import dev.regulars.sandbox.service.LaunchSpec;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One process of the sandbox. */
public final class ManagedProcess {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    public enum State {
        DOWN,
        STARTING,
        UP
    }

    private final LaunchSpec spec;
    private final ProcessList list;
    private final Consumer<String> progress;
    private volatile State state = State.DOWN;
    private volatile boolean stopped;
    private volatile @Nullable Process process;

    ManagedProcess(LaunchSpec spec, ProcessList list, Consumer<String> progress) {
        this.spec = spec;
        this.list = list;
        this.progress = progress;
    }

    public String name() {
        return spec.name();
    }

    public int port() {
        return spec.port();
    }

    public Path log() {
        return spec.log();
    }

    public State state() {
        return state;
    }

    public Optional<ProcessHandle> process() {
        return Optional.ofNullable(process).map(Process::toHandle).filter(ProcessHandle::isAlive);
    }

    /** Returns when it is ready; else throws an {@link IllegalStateException} with a one-line message. */
    public synchronized void start() {
        if (process().isPresent()) {
            return;
        }
        if (stopped) {
            throw new IllegalStateException(name() + " is not started: the sandbox stops");
        }
        Ports.requireFree(port(), name());
        state = State.STARTING;
        Process started = spawn();
        process = started;
        list.add(name(), started.toHandle());
        awaitReady(started);
        state = State.UP;
        Thread.ofVirtual().start(() -> ended(started.onExit().join()));
    }

    /** Stops it gracefully, for good. */
    public void stop() {
        stopped = true;
        terminate();
    }

    /** Asks it to stop, and ends it after two minutes; returns when it has ended. The first stop writes a class archive. */
    public void terminate() {
        state = State.DOWN;
        process().ifPresent(running -> {
            running.destroy();
            running.onExit().completeOnTimeout(running, 120, SECONDS).join();
        });
        kill();
    }

    /** {@code kill -9}: no shutdown hook runs, nothing is flushed. */
    public void kill() {
        state = State.DOWN;
        process().ifPresent(running -> {
            running.destroyForcibly();
            running.onExit().join();
        });
    }

    private Process spawn() {
        var builder = new ProcessBuilder(spec.command())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().putAll(spec.settings());
        return Spawner.start(builder);
    }

    private void awaitReady(Process started) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!spec.ready().getAsBoolean()) {
            if (!started.isAlive()) {
                state = State.DOWN;
                throw new IllegalStateException(
                        name() + " ended with " + started.exitValue() + " while it started: see " + log());
            }
            if (System.nanoTime() > deadline) {
                kill();
                throw new IllegalStateException(
                        name() + " is not ready after " + PATIENCE.toSeconds() + " s: see " + log());
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    /** An exit in the state UP was not requested. */
    private void ended(Process gone) {
        if (state == State.UP && gone == process) {
            state = State.DOWN;
            progress.accept(name() + " exited unexpectedly: see " + log());
        }
    }
}
