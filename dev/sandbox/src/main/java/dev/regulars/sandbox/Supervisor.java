package dev.regulars.sandbox;

import dev.regulars.local.LocalMail;
import dev.regulars.sandbox.control.ControlServer;
import dev.regulars.sandbox.home.Home;
import dev.regulars.sandbox.home.Ports;
import dev.regulars.sandbox.home.Stopwatch;
import dev.regulars.sandbox.process.Claim;
import dev.regulars.sandbox.process.Fleet;
import dev.regulars.sandbox.process.ProcessList;
import dev.regulars.sandbox.receiver.Receivers;
import dev.regulars.sandbox.seed.Demo;
import dev.regulars.sandbox.seed.DemoFile;
import dev.regulars.sandbox.seed.Seed;
import dev.regulars.sandbox.tour.Summary;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.LockSupport;

/** Lives as long as the sandbox: starts everything, seeds, watches, and at a signal stops everything. */
final class Supervisor {

    private final Home home;
    private final ProcessList list;
    private final Stopwatch watch;
    private final Deque<Runnable> closing = new ConcurrentLinkedDeque<>();
    private volatile boolean stopping;

    Supervisor(Home home, ProcessList list, Stopwatch watch) {
        this.home = home;
        this.list = list;
        this.watch = watch;
    }

    void run() {
        try {
            takeOver();
            open();
        } catch (RuntimeException e) {
            fail(e);
        }
        while (true) {
            LockSupport.park();
        }
    }

    /** What fails because everything is being stopped is no news. */
    private void fail(RuntimeException e) {
        if (!stopping) {
            watch.say("FAILED: " + e.getMessage());
            System.exit(1);
        }
    }

    private void takeOver() {
        Claim claim = Claim.to(home);
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        closing.push(claim::release);
        int left = list.endAll();
        if (left > 0) {
            watch.say("Ended " + left + " processes that an earlier sandbox left");
        }
        list.begin(ProcessHandle.current());
        closing.push(list::forget);
    }

    private void open() {
        var file = new DemoFile(home);
        if (System.getenv("MONGODB_URI") == null && file.wipeHalfMade()) {
            watch.say("Data without sandbox.json (or the other way round) was never finished: wiped, seeding anew");
        }
        var fleet = new Fleet(home, watch, list);
        fleet.requirePorts();
        var mail = new LocalMail(home.port(Ports.SMTP));
        mail.start();
        closing.push(mail::close);
        var receivers = new Receivers();
        var control = new ControlServer(home.port(Ports.CONTROL), mail, receivers, fleet);
        control.start();
        closing.push(control::close);
        closing.push(fleet::stop);
        fleet.start();
        Demo demo = file.read().orElseGet(() -> plant(file, new Seed(home, mail, receivers)));
        demo.webhooks().forEach(hook -> receivers.configure(hook.name(), hook.trust()));
        closing.push(() -> home.remove(Summary.FILE));
        new Summary(home, watch, demo).publish(fleet.all());
    }

    private Demo plant(DemoFile file, Seed seed) {
        watch.say("seeding the demo community");
        Demo demo = seed.plant();
        file.write(demo);
        return demo;
    }

    /** What was opened last goes first: services, broker, database, then what they spoke to. */
    private void close() {
        stopping = true;
        watch.say("stopping");
        closing.forEach(Runnable::run);
        watch.say("stopped");
    }
}
