package dev.regulars.gamification.ledger;

import static com.mongodb.client.model.Accumulators.max;
import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.project;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.computed;
import static com.mongodb.client.model.Projections.excludeId;
import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;

import dev.regulars.gamification.ledger.decision.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * What a member has or gained of something, and when that changed last: computed, never stored.
 *
 * @param score every balance of the ledger is exact in a double
 */
public record ScoreDocument(String accountId, double score, Instant at) {

    /**
     * Of members whose balance of the unit ever changed.
     *
     * @param ids of their documents: the index that the writes went through a moment ago
     */
    static List<Bson> ofBalances(Unit unit, @Nullable Collection<String> ids) {
        String amount = "state.amounts." + unit.wire();
        String changed = "changes." + unit.wire();
        var at = new Document("$ifNull", List.of("$" + changed, "$changedAt", new Document("$toDate", "$epoch")));
        return List.of(
                match(and(ids == null ? empty() : in("_id", ids), exists(amount), or(ne(amount, 0L), exists(changed)))),
                project(fields(
                        excludeId(),
                        include("accountId"),
                        computed("score", new Document("$toDouble", "$" + amount)),
                        computed("at", at))));
    }

    /** The sum of what postings changed. */
    static List<Bson> ofPostings(
            Unit unit, @Nullable Instant from, @Nullable Instant until, @Nullable Collection<String> accountIds) {
        String change = "changes." + unit.wire();
        List<Bson> which = new ArrayList<>(between("at", from, until));
        which.add(members(accountIds));
        which.add(eq("outcome", PostingDocument.Outcome.APPLIED.name()));
        which.add(and(exists(change), ne(change, 0L)));
        return List.of(match(and(which)), group("$accountId", sum("score", "$" + change), max("at", "$at")), result());
    }

    /** Of a group by account. */
    public static Bson result() {
        return project(fields(
                excludeId(),
                include("at"),
                computed("accountId", "$_id"),
                computed("score", new Document("$toDouble", "$score"))));
    }

    public static List<Bson> between(String field, @Nullable Instant from, @Nullable Instant until) {
        List<Bson> bounds = new ArrayList<>();
        if (from != null) {
            bounds.add(gte(field, from));
        }
        if (until != null) {
            bounds.add(lte(field, until));
        }
        return bounds;
    }

    public static Bson members(@Nullable Collection<String> accountIds) {
        return accountIds == null ? new Document() : in("accountId", accountIds);
    }
}
