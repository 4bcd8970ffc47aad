package dev.regulars.faults;

import static dev.regulars.faults.Recoveries.seconds;

import dev.regulars.sandbox.process.Replica;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Who is killed, and when: chance, but the same for the same seed; and every kind of part once before one comes again. */
final class Plan {

    static final List<String> REPLICATED =
            List.of("gateway", "identity-service", "community-service", "webhook-service");

    private static final List<String> ENGINES = List.of("mongod", "kafka");
    private static final int LONGEST_BEFORE_MILLIS = 2_000;
    private static final int LONGEST_DEAD_MILLIS = 1_500;

    /**
     * One kill.
     *
     * @param kind of part, of which {@code victim} may be one replica
     * @param before the kill, from the moment all was well
     * @param dead from the kill to the restart
     */
    record Blow(String kind, String victim, Duration before, Duration dead) {

        @Override
        public String toString() {
            return "%s after %.1f s, dead for %.1f s".formatted(victim, seconds(before), seconds(dead));
        }
    }

    private final Random chance;
    private final List<String> bag = new ArrayList<>();

    Plan(long seed) {
        chance = new Random(seed);
    }

    Blow next() {
        if (bag.isEmpty()) {
            bag.addAll(REPLICATED);
            bag.addAll(ENGINES);
            Collections.shuffle(bag, chance);
        }
        String kind = bag.removeLast();
        int number = 1 + chance.nextInt(2);
        return new Blow(
                kind,
                ENGINES.contains(kind) ? kind : new Replica(kind, number).name(),
                Duration.ofMillis(chance.nextInt(LONGEST_BEFORE_MILLIS)),
                Duration.ofMillis(chance.nextInt(LONGEST_DEAD_MILLIS)));
    }
}
