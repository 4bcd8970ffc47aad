package dev.regulars.faults.scenario.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.faults.scenario.Invariant;
import dev.regulars.faults.suite.SuiteControl;
import java.util.List;

/** Reads the demo partner's deliveries continuously: the control server keeps only the latest. */
public final class DeliveryReader implements Invariant, AutoCloseable {

    private final SuiteControl suite;
    private final ReceivedDeliveries deliveries;
    private final Thread reader = Thread.ofPlatform().name("partner").daemon().unstarted(this::read);
    private volatile boolean stopped;
    private volatile long latest;
    private volatile List<String> violations = List.of();

    public DeliveryReader(SuiteControl suite, ReceivedDeliveries deliveries) {
        this.suite = suite;
        this.deliveries = deliveries;
    }

    public void start() {
        reader.start();
    }

    /** The number of deliveries so far. */
    public long count() {
        return latest;
    }

    private void read() {
        try {
            while (!stopped) {
                suite.deliveries(latest).forEach(this::record);
            }
        } catch (RuntimeException e) {
            violations = List.of("Reading deliveries failed: " + e.getMessage());
        }
    }

    private void record(JsonNode delivery) {
        long number = delivery.path("number").asLong();
        if (number != latest + 1) {
            throw new IllegalStateException("Deliveries %d to %d were not read".formatted(latest + 1, number - 1));
        }
        deliveries.record(delivery);
        latest = number;
    }

    @Override
    public List<String> violations() {
        return violations;
    }

    @Override
    public void close() throws InterruptedException {
        stopped = true;
        reader.join();
    }
}
