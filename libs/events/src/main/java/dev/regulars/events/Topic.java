package dev.regulars.events;

import java.time.Duration;
import java.util.Arrays;

/** The logs that services meet in. Partitions are fixed when a topic is first made. */
public enum Topic {
    IDENTITY("identity.events", 12),
    /** Read by every gateway from its end: who changed is of no interest for long. */
    CALLERS("identity.callers", 1, Duration.ofHours(1)),
    COMMUNITY("community.events", 12),
    MESSAGING("messaging.events", 48),
    GAMIFICATION("gamification.events", 12),
    REWARDS("rewards.events", 12),
    ANALYSIS("analysis.events", 12),
    WEBHOOK("webhook.events", 12);

    private final String title;
    private final int partitions;
    private final Duration retention;

    Topic(String title, int partitions) {
        this(title, partitions, Duration.ofDays(7));
    }

    Topic(String title, int partitions, Duration retention) {
        this.title = title;
        this.partitions = partitions;
        this.retention = retention;
    }

    /** The topic's name at the broker. */
    public String title() {
        return title;
    }

    /** How many partitions it has in production; a single machine makes do with fewer. */
    public int partitions() {
        return partitions;
    }

    /** How long a record is kept. */
    public Duration retention() {
        return retention;
    }

    /** @throws IllegalArgumentException for a name that is not in the published language */
    public static Topic named(String title) {
        return Arrays.stream(values())
                .filter(topic -> topic.title.equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No topic is called " + title));
    }
}
