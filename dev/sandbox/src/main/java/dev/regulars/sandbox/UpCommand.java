package dev.regulars.sandbox;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.regulars.local.Spawner;
import dev.regulars.sandbox.home.SandboxHome;
import dev.regulars.sandbox.process.ProcessList;
import dev.regulars.sandbox.tour.Summary;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts a detached supervisor and follows its log until all processes are ready or something failed. */
record UpCommand(SandboxHome home, ProcessList list) {

    int run() {
        Optional<ProcessHandle> running = list.supervisor();
        if (running.isPresent() && Files.exists(home.file(Summary.FILE))) {
            System.out.println(
                    "The sandbox is already running (pid " + running.get().pid() + ")");
            print(home.file(Summary.FILE));
            return 0;
        }
        ProcessHandle supervisor = running.orElseGet(this::spawn);
        Thread interrupted = new Thread(() -> end(supervisor));
        Runtime.getRuntime().addShutdownHook(interrupted);
        var log = new LogFollower(home.log("sandbox"));
        boolean ready = log.follow(supervisor, () -> Files.exists(home.file(Summary.FILE)));
        if (!ready) {
            return 1;
        }
        Runtime.getRuntime().removeShutdownHook(interrupted);
        print(home.file(Summary.FILE));
        return 0;
    }

    private ProcessHandle spawn() {
        home.remove(Summary.FILE);
        List<String> command = new ArrayList<>(detach());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dsun.net.httpserver.nodelay=true", // else each response waits for a TCP acknowledgement
                "-Drepository=" + home.repository(),
                "-Dmongod=" + System.getProperty("mongod"),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "supervise"));
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(home.log("sandbox").toFile())
                    .start()
                    .toHandle();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A session of its own shields the supervisor from Ctrl-C and from the end of the terminal. */
    private static List<String> detach() {
        return Spawner.runs(List.of("setsid", "true")) ? List.of("setsid") : List.of("nohup");
    }

    private static void end(ProcessHandle supervisor) {
        supervisor.destroy();
        supervisor.onExit().completeOnTimeout(supervisor, 60, SECONDS).join();
    }

    private static void print(Path file) {
        try {
            System.out.print(Files.readString(file));
            System.out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
