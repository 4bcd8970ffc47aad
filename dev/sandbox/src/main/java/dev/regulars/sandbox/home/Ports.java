package dev.regulars.sandbox.home;

/** The default ports; services count up from the gateway's. */
public final class Ports {

    public static final int CONTROL = 8079;
    public static final int GATEWAY = 8080;
    public static final int KAFKA = 8090;
    public static final int KAFKA_CONTROLLER = 8091;
    public static final int MONGO = 8092;
    public static final int SMTP = 8093;

    private static final int MANAGEMENT_OFFSET = 1_000;

    private Ports() {}

    /** The management port of the service on this port. */
    public static int management(int port) {
        return port + MANAGEMENT_OFFSET;
    }
}
