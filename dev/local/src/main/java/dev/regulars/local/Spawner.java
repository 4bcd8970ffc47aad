package dev.regulars.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Starts child processes that end with this one, even when it is killed. */
public final class Spawner {

    /** The kernel ties a child to the <em>thread</em> that started it, so this one starts them all and never ends. */
    private static final ExecutorService PARENT = Executors.newSingleThreadExecutor(
            task -> Thread.ofPlatform().daemon().name("spawner").unstarted(task));

    private static final List<String> TIE = List.of("setpriv", "--pdeathsig", "KILL");
    private static final boolean CAN_TIE = runs(List.of("setpriv", "--pdeathsig", "KILL", "true"));

    private Spawner() {}

    public static Process start(ProcessBuilder builder) {
        if (CAN_TIE) {
            List<String> command = new ArrayList<>(TIE);
            command.addAll(builder.command());
            builder.command(command);
        }
        return CompletableFuture.supplyAsync(() -> run(builder), PARENT).join();
    }

    /** Whether a program is installed and succeeds. */
    public static boolean runs(List<String> command) {
        try {
            return new ProcessBuilder(command).start().onExit().join().exitValue() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private static Process run(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + builder.command(), e);
        }
    }
}
