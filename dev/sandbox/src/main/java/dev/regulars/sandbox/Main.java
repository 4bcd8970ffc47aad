package dev.regulars.sandbox;

import dev.regulars.sandbox.home.Home;
import dev.regulars.sandbox.home.Stopwatch;
import dev.regulars.sandbox.process.ProcessList;

/** The commands behind {@code make up} and {@code make down}. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        Home home = Home.fromEnvironment();
        var list = new ProcessList(home);
        var watch = Stopwatch.sinceCommand();
        switch (args.length == 1 ? args[0] : "") {
            case "running" -> System.exit(list.supervisor().isPresent() ? 0 : 1);
            case "up" -> System.exit(new Up(home, list).run());
            case "down" -> System.exit(new Down(home, list, watch).run());
            case "supervise" -> new Supervisor(home, list, watch).run();
            default -> {
                System.err.println("Say one of: up, down, running");
                System.exit(2);
            }
        }
    }
}
