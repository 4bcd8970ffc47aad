package dev.regulars.faults.story;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.faults.suite.Suite;
import java.util.List;

/** Reads what the demo partner gets, as it comes: the control server keeps the latest only. */
public final class Partner implements Check, AutoCloseable {

    private final Suite suite;
    private final Tellings tellings;
    private final Thread reader = Thread.ofPlatform().name("partner").daemon().unstarted(this::read);
    private volatile boolean enough;
    private volatile long latest;
    private volatile List<String> faults = List.of();

    public Partner(Suite suite, Tellings tellings) {
        this.suite = suite;
        this.tellings = tellings;
    }

    public void start() {
        reader.start();
    }

    /** How many deliveries came. */
    public long count() {
        return latest;
    }

    private void read() {
        try {
            while (!enough) {
                suite.deliveries(latest).forEach(this::take);
            }
        } catch (RuntimeException e) {
            faults = List.of("No deliveries were read any more: " + e.getMessage());
        }
    }

    private void take(JsonNode delivery) {
        long number = delivery.path("number").asLong();
        if (number != latest + 1) {
            throw new IllegalStateException("Deliveries %d to %d were not read".formatted(latest + 1, number - 1));
        }
        tellings.take(delivery);
        latest = number;
    }

    @Override
    public List<String> faults() {
        return faults;
    }

    @Override
    public void close() throws InterruptedException {
        enough = true;
        reader.join();
    }
}
