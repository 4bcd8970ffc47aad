package dev.regulars.bench.process;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.regulars.bench.measure.CpuTime;
import dev.regulars.local.Spawner;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A child process that ends with the bench. */
public final class ChildProcess implements AutoCloseable {

    /** JVM options: the sandbox's, but with both compilers. */
    public static final String JVM = "-Xmx256m -XX:+UseSerialGC";

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final String name;
    private final Path log;
    private final Process process;

    private ChildProcess(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** Starts it in a folder, with its log there. */
    public static ChildProcess start(String name, Path folder, Map<String, String> settings, List<String> command) {
        Path log = folder.resolve(name + ".log");
        var builder = new ProcessBuilder(new ArrayList<>(command))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(log.toFile());
        builder.environment().putAll(settings);
        return new ChildProcess(name, log, Spawner.start(builder));
    }

    public static ChildProcess java(String name, Path folder, Map<String, String> settings, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(JVM.split(" ")));
        command.addAll(arguments);
        return start(name, folder, settings, command);
    }

    /** Waits for status 200 and returns itself. */
    public ChildProcess awaitOk(String base, String path) {
        Await.until(name + " is ready (see " + log + ")", START, PAUSE, () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException(name + " ended with " + process.exitValue() + ": see " + log);
            }
            return Http.anonymous(base).isOk(path);
        });
        return this;
    }

    public CpuTime cpu() {
        return CpuTime.of(name, process.toHandle());
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 20, SECONDS).join();
        process.destroyForcibly();
    }
}
