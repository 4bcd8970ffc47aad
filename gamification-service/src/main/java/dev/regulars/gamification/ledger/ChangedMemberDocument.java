package dev.regulars.gamification.ledger;

import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.project;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.computed;
import static com.mongodb.client.model.Projections.excludeId;
import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import java.time.Instant;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Who has changed, and when: computed, never stored.
 *
 * @param postings how many there were by then, which tells changes of the same millisecond apart; absent where none are counted
 */
public record ChangedMemberDocument(
        String accountId, Instant at, @Nullable Long postings) {

    /**
     * @param field that has the time
     * @param until not included; absent: up to now
     */
    public static List<Bson> pipeline(String field, Instant since, @Nullable Instant until) {
        return List.of(
                match(until == null ? gte(field, since) : and(gte(field, since), lt(field, until))),
                project(fields(excludeId(), include("accountId", "postings"), computed("at", "$" + field))));
    }

    /** Has all that the pipeline reads: those who changed lately are all over a collection that need not fit into memory. */
    public static Bson index(String field) {
        return ascending("communityId", field, "deleted", "accountId", "postings");
    }
}
