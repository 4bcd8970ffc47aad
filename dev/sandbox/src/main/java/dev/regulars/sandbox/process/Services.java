package dev.regulars.sandbox.process;

import static java.util.Locale.ROOT;
import static java.util.stream.Collectors.joining;

import dev.regulars.sandbox.home.Home;
import dev.regulars.sandbox.home.Ports;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The suite's own processes; {@code twice} are those that have a second replica. */
record Services(Set<String> twice) {

    /** In the order of their ports. */
    static final List<String> NAMES = List.of(
            "gateway",
            "identity-service",
            "community-service",
            "messaging-service",
            "gamification-service",
            "rewards-service",
            "analysis-service",
            "webhook-service");

    static Services fromEnvironment() {
        String names = System.getenv().getOrDefault("REGULARS_SANDBOX_TWICE", "");
        Set<String> twice = new HashSet<>(List.of(names.split(",")));
        twice.remove("");
        if (!NAMES.containsAll(twice)) {
            throw new IllegalStateException("REGULARS_SANDBOX_TWICE may name " + NAMES + ", and says " + names);
        }
        return new Services(twice);
    }

    List<Replica> all() {
        return NAMES.stream().flatMap(this::replicas).toList();
    }

    /** Where all replicas of a service are, as {@link #addressSetting} wants it. */
    String addresses(String service, Home home) {
        return replicas(service).map(replica -> replica.address(home)).collect(joining(","));
    }

    static int port(String service) {
        return Ports.GATEWAY + NAMES.indexOf(service);
    }

    /** The setting that tells others where it is. */
    static String addressSetting(String service) {
        return "REGULARS_" + service.replace("-service", "").toUpperCase(ROOT) + "_URLS";
    }

    private Stream<Replica> replicas(String service) {
        return IntStream.rangeClosed(1, twice.contains(service) ? 2 : 1)
                .mapToObj(number -> new Replica(service, number));
    }
}
