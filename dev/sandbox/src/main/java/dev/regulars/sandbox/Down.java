package dev.regulars.sandbox;

import dev.regulars.sandbox.home.Home;
import dev.regulars.sandbox.home.Stopwatch;
import dev.regulars.sandbox.process.ProcessList;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Ends the supervisor, which ends the rest; what does not end in time is killed. */
record Down(Home home, ProcessList list, Stopwatch watch) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    int run() {
        Optional<ProcessHandle> supervisor = list.supervisor();
        if (supervisor.isPresent()) {
            watch.say("stopping the sandbox (pid " + supervisor.get().pid() + ")");
            supervisor.get().destroy();
            await(supervisor.get());
        }
        int left = list.endAll();
        list.forget();
        String rest = left > 0 ? ", " + left + " processes had to be killed" : "";
        watch.say(supervisor.isPresent() || left > 0 ? "stopped" + rest : "No sandbox runs");
        return 0;
    }

    private static void await(ProcessHandle supervisor) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (supervisor.isAlive() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }
}
