package dev.regulars.faults;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** {@code make faults}: the number of rounds and, to repeat a run, its seed. */
public final class Main {

    private Main() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int rounds = Integer.parseInt(args[0]);
        long seed = args.length > 1 ? Long.parseLong(args[1]) : newSeed();
        var runner = new FaultRunner(seed, System.out);
        boolean passed = runner.run(rounds);
        List<String> overBudget = runner.overBudget();
        overBudget.forEach(System.out::println);
        System.exit(passed && overBudget.isEmpty() ? 0 : 1);
    }

    /** Short enough to type. */
    public static long newSeed() {
        return ThreadLocalRandom.current().nextLong(1_000_000);
    }
}
