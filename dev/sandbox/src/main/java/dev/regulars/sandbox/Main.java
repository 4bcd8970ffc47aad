package dev.regulars.sandbox;

import dev.regulars.sandbox.home.ProgressLog;
import dev.regulars.sandbox.home.SandboxHome;
import dev.regulars.sandbox.process.ProcessList;

/** The commands behind {@code make up} and {@code make down}. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        SandboxHome home = SandboxHome.fromEnvironment();
        var list = new ProcessList(home);
        var progress = ProgressLog.sinceCommand();
        switch (args.length == 1 ? args[0] : "") {
            case "running" -> System.exit(list.supervisor().isPresent() ? 0 : 1);
            case "up" -> System.exit(new UpCommand(home, list).run());
            case "down" -> System.exit(new DownCommand(home, list, progress).run());
            case "supervise" -> new Supervisor(home, list, progress).run();
            case "demo" -> new DemoCommand(home, progress).run();
            default -> {
                System.err.println("usage: up | down | running | demo");
                System.exit(2);
            }
        }
    }
}
