package dev.regulars.sandbox.service;

import dev.regulars.sandbox.home.Ports;
import dev.regulars.sandbox.home.SandboxHome;

/** One replica of a service. The first has the service's own name and port. */
public record Replica(String service, int number) {

    private static final int APART = 100;

    public String name() {
        return number == 1 ? service : service + "-" + number;
    }

    public int port(SandboxHome home) {
        return home.port(Services.port(service) + APART * (number - 1));
    }

    /** Of health, metrics and OpenAPI document. */
    int managementPort(SandboxHome home) {
        return Ports.management(port(home));
    }

    String address(SandboxHome home) {
        return "http://127.0.0.1:" + port(home);
    }
}
