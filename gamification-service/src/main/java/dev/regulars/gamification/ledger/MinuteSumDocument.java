package dev.regulars.gamification.ledger;

import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.project;
import static com.mongodb.client.model.Aggregates.unwind;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Projections.computed;
import static com.mongodb.client.model.Projections.excludeId;
import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.model.Accumulators;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import io.smallrye.mutiny.Multi;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * What a member earned or did within one minute, so that the days of any zone can be added up from it: computed, never stored.
 *
 * @param minute of what happened
 * @param decidedAt when it was counted, where that was late
 */
public record MinuteSumDocument(
        String unit, Instant minute, @Nullable Instant decidedAt, long sum) {

    /** A day of any zone is at most so far from that of another one. */
    private static final int ZONES_APART = 2;

    /** @param late what was counted later than this after it happened is kept apart */
    public static Multi<MinuteSumDocument> of(
            Tx tx, CommunityId community, String accountId, Instant from, Instant until, Duration late) {
        Bson which = and(
                eq("accountId", accountId),
                gte("day", day(from) - ZONES_APART),
                lte("day", day(until) + ZONES_APART),
                gte("happenedAt", from),
                lt("happenedAt", until),
                nin("account", "store", "expiry"),
                eq("outcome", PostingDocument.Outcome.APPLIED.name()));
        return PostingDocument.all().of(community).aggregate(tx, pipeline(which, late), MinuteSumDocument.class);
    }

    private static List<Bson> pipeline(Bson which, Duration late) {
        var minute = new Document("$dateTrunc", new Document("date", "$happenedAt").append("unit", "minute"));
        var delay = new Document("$subtract", List.of("$at", "$happenedAt"));
        var isLate = new Document("$gt", List.of(delay, late.toMillis()));
        var key = new Document("unit", "$change.k")
                .append("minute", minute)
                .append("decidedAt", new Document("$cond", Arrays.asList(isLate, "$at", null)));
        return List.of(
                match(which),
                project(fields(
                        include("happenedAt", "at"), computed("change", new Document("$objectToArray", "$changes")))),
                unwind("$change"),
                group(key, Accumulators.sum("sum", "$change.v")),
                project(fields(
                        excludeId(),
                        include("sum"),
                        computed("unit", "$_id.unit"),
                        computed("minute", "$_id.minute"),
                        computed("decidedAt", "$_id.decidedAt"))));
    }

    private static long day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC).toEpochDay();
    }
}
