package dev.regulars.sandbox.service;

import static java.util.Locale.ROOT;
import static java.util.stream.Collectors.joining;

import dev.regulars.sandbox.home.Ports;
import dev.regulars.sandbox.home.SandboxHome;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The services of the suite; {@code replicated} names those with two replicas. */
public record Services(Set<String> replicated) {

    /** In port order. */
    static final List<String> NAMES = List.of(
            "gateway",
            "identity-service",
            "community-service",
            "messaging-service",
            "gamification-service",
            "rewards-service",
            "analysis-service",
            "webhook-service");

    public static Services fromEnvironment() {
        String names = System.getenv().getOrDefault("REGULARS_SANDBOX_REPLICATED", "");
        Set<String> replicated = new HashSet<>(List.of(names.split(",")));
        replicated.remove("");
        if (!NAMES.containsAll(replicated)) {
            throw new IllegalStateException("REGULARS_SANDBOX_REPLICATED may name " + NAMES + ", and says " + names);
        }
        return new Services(replicated);
    }

    public List<Replica> all() {
        return NAMES.stream().flatMap(this::replicas).toList();
    }

    /** The addresses of all replicas of a service, as the value of {@link #addressSetting}. */
    String addresses(String service, SandboxHome home) {
        return replicas(service).map(replica -> replica.address(home)).collect(joining(","));
    }

    static int port(String service) {
        return Ports.GATEWAY + NAMES.indexOf(service);
    }

    /** The environment variable with the addresses of a service. */
    static String addressSetting(String service) {
        return "REGULARS_" + service.replace("-service", "").toUpperCase(ROOT) + "_URLS";
    }

    private Stream<Replica> replicas(String service) {
        return IntStream.rangeClosed(1, replicated.contains(service) ? 2 : 1)
                .mapToObj(number -> new Replica(service, number));
    }
}
