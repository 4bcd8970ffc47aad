package dev.regulars.analysis.loyalty.rollup;

import dev.regulars.events.CommunityId;
import java.time.Instant;
import java.util.Map;

/**
 * What an event adds to the figures.
 *
 * @param id of the event: it counts once
 * @param at when it happened, however late it came
 * @param active whether the member did something
 * @param counts amounts by metric and source, named as in the database
 */
record CountedEvent(
        String id,
        CommunityId community,
        String accountId,
        Instant at,
        boolean active,
        Map<String, Map<String, Long>> counts) {

    private static final long QUARTER = 15 * 60;

    /** The quarter of an hour that it belongs to. Days of every zone begin with one. */
    Bucket bucket() {
        return new Bucket(community, Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), QUARTER) * QUARTER));
    }

    /** A quarter of an hour of a community. */
    record Bucket(CommunityId community, Instant start) {}
}
