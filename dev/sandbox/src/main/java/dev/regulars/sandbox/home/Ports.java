package dev.regulars.sandbox.home;

/** The default ports; services count up from the gateway's. */
public final class Ports {

    public static final int CONTROL = 8079;
    public static final int GATEWAY = 8080;
    public static final int KAFKA = 8090;
    public static final int KAFKA_CONTROLLER = 8091;
    public static final int MONGO = 8092;
    public static final int SMTP = 8093;

    private Ports() {}
}
