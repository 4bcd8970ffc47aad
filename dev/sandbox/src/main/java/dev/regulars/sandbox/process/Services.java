package dev.regulars.sandbox.process;

import static java.util.Locale.ROOT;

import dev.regulars.sandbox.home.Ports;
import java.util.List;

/** The suite's own processes, in the order of their ports. */
final class Services {

    static final List<String> NAMES = List.of(
            "gateway",
            "identity-service",
            "community-service",
            "messaging-service",
            "gamification-service",
            "rewards-service",
            "analysis-service",
            "webhook-service");

    private Services() {}

    static int port(String name) {
        return Ports.GATEWAY + NAMES.indexOf(name);
    }

    /** The setting that tells others where it is. */
    static String addressSetting(String name) {
        return "REGULARS_" + name.replace("-service", "").toUpperCase(ROOT) + "_URLS";
    }
}
