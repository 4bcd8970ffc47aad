package dev.regulars.sandbox;

import dev.regulars.local.LocalMail;
import dev.regulars.sandbox.control.ControlServer;
import dev.regulars.sandbox.home.Ports;
import dev.regulars.sandbox.home.ProgressLog;
import dev.regulars.sandbox.home.SandboxHome;
import dev.regulars.sandbox.process.FolderLock;
import dev.regulars.sandbox.process.ProcessGroup;
import dev.regulars.sandbox.process.ProcessList;
import dev.regulars.sandbox.receiver.Receivers;
import dev.regulars.sandbox.seed.Demo;
import dev.regulars.sandbox.seed.DemoFile;
import dev.regulars.sandbox.seed.community.DemoSeeder;
import dev.regulars.sandbox.tour.Summary;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.LockSupport;

/** Runs as long as the sandbox: starts all processes, seeds the data, and stops everything on a signal. */
final class Supervisor {

    private final SandboxHome home;
    private final ProcessList list;
    private final ProgressLog progress;
    private final Deque<Runnable> closing = new ConcurrentLinkedDeque<>();
    private volatile boolean stopping;

    Supervisor(SandboxHome home, ProcessList list, ProgressLog progress) {
        this.home = home;
        this.list = list;
        this.progress = progress;
    }

    void run() {
        try {
            acquire();
            open();
        } catch (RuntimeException e) {
            fail(e);
        }
        while (true) {
            LockSupport.park();
        }
    }

    /** Failures during a stop are expected and not reported. */
    private void fail(RuntimeException e) {
        if (!stopping) {
            progress.print("FAILED: " + e.getMessage());
            System.exit(1);
        }
    }

    private void acquire() {
        FolderLock lock = FolderLock.acquire(home);
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        closing.push(lock::release);
        int left = list.endAll();
        if (left > 0) {
            progress.print("Ended " + left + " processes that an earlier sandbox left");
        }
        list.begin(ProcessHandle.current());
        closing.push(list::forget);
    }

    private void open() {
        var file = new DemoFile(home);
        if (System.getenv("MONGODB_URI") == null && file.wipeIncomplete()) {
            progress.print("Incomplete data of an earlier run: deleted, seeding again");
        }
        var processes = new ProcessGroup(home, progress, list);
        processes.requirePorts();
        var mail = new LocalMail(home.host(), home.port(Ports.SMTP));
        mail.start();
        closing.push(mail::close);
        var receivers = new Receivers();
        var control = new ControlServer(home, mail, receivers, processes);
        control.start();
        closing.push(control::close);
        closing.push(processes::stop);
        processes.start();
        Demo demo = file.read().orElseGet(() -> seed(file, new DemoSeeder(home, mail, receivers)));
        demo.webhooks().forEach(hook -> receivers.configure(hook.name(), hook.secrets()));
        closing.push(() -> home.remove(Summary.FILE));
        new Summary(home, progress, demo).publish(processes.all());
    }

    private Demo seed(DemoFile file, DemoSeeder seed) {
        progress.print("seeding the demo community");
        Demo demo = seed.seed();
        file.write(demo);
        return demo;
    }

    /** In reverse order of opening: services, broker, database, then control and mail server. */
    private void close() {
        stopping = true;
        progress.print("stopping");
        closing.forEach(Runnable::run);
        progress.print("stopped");
    }
}
