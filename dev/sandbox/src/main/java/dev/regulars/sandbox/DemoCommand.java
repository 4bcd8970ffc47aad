package dev.regulars.sandbox;

import dev.regulars.local.LocalMail;
import dev.regulars.sandbox.control.ControlServer;
import dev.regulars.sandbox.home.Ports;
import dev.regulars.sandbox.home.ProgressLog;
import dev.regulars.sandbox.home.SandboxHome;
import dev.regulars.sandbox.process.ProcessGroup;
import dev.regulars.sandbox.receiver.Receivers;
import dev.regulars.sandbox.seed.Demo;
import dev.regulars.sandbox.seed.DemoFile;
import dev.regulars.sandbox.seed.community.DemoSeeder;
import dev.regulars.sandbox.service.RunningServices;
import dev.regulars.sandbox.tour.Summary;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The demo community with its mail server and webhook receivers, for services that run elsewhere, such as in containers. */
record DemoCommand(SandboxHome home, ProgressLog progress) {

    void run() {
        var mail = new LocalMail(home.host(), home.port(Ports.SMTP));
        mail.start();
        var receivers = new Receivers();
        new ControlServer(home, mail, receivers, ProcessGroup.none(home, progress)).start();
        new RunningServices(home).await();
        var file = new DemoFile(home);
        Demo demo = file.read().orElseGet(() -> seed(file, new DemoSeeder(home, mail, receivers)));
        demo.webhooks().forEach(hook -> receivers.configure(hook.name(), hook.secrets()));
        new Summary(home, progress, demo).publish(List.of());
        progress.print("the demo community is there: sandbox.json, tour.sh");
        while (true) {
            LockSupport.park();
        }
    }

    private Demo seed(DemoFile file, DemoSeeder seeder) {
        progress.print("seeding the demo community");
        Demo demo = seeder.seed();
        file.write(demo);
        return demo;
    }
}
