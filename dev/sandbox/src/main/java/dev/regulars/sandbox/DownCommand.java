package dev.regulars.sandbox;

import dev.regulars.sandbox.home.ProgressLog;
import dev.regulars.sandbox.home.SandboxHome;
import dev.regulars.sandbox.process.ProcessList;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Stops the supervisor, which stops the rest; kills what does not stop in time. */
record DownCommand(SandboxHome home, ProcessList list, ProgressLog progress) {

    private static final Duration PATIENCE = Duration.ofSeconds(150);

    int run() {
        Optional<ProcessHandle> supervisor = list.supervisor();
        if (supervisor.isPresent()) {
            progress.print("stopping the sandbox (pid " + supervisor.get().pid() + ")");
            supervisor.get().destroy();
            await(supervisor.get());
        }
        int left = list.endAll();
        list.forget();
        String rest = left > 0 ? ", " + left + " processes had to be killed" : "";
        progress.print(supervisor.isPresent() || left > 0 ? "stopped" + rest : "No sandbox is running");
        return 0;
    }

    private static void await(ProcessHandle supervisor) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (supervisor.isAlive() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }
}
