package dev.regulars.gateway.limits;

/** The threads that handle requests, one per processor. Each has connections to services of its own, and its share of their bounds. */
public final class EventLoops {

    public static final int COUNT = Runtime.getRuntime().availableProcessors();

    private EventLoops() {}

    public static int share(int bound) {
        return Math.ceilDiv(bound, COUNT);
    }
}
