package dev.regulars.gamification.ledger;

import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.project;
import static com.mongodb.client.model.Aggregates.unwind;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.computed;
import static com.mongodb.client.model.Projections.excludeId;
import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.model.Accumulators;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * What postings add up to: computed, never stored.
 *
 * @param day counted from 1970-01-01, where days are told apart
 */
public record PostingSumDocument(
        String accountId, String unit, @Nullable Long day, long sum) {

    static List<Bson> pipeline(Bson which, boolean byDay) {
        var key = new Document("accountId", "$accountId").append("unit", "$change.k");
        if (byDay) {
            key.append("day", "$day");
        }
        return List.of(
                match(and(which, eq("outcome", PostingDocument.Outcome.APPLIED.name()))),
                project(fields(
                        include("accountId", "day"), computed("change", new Document("$objectToArray", "$changes")))),
                unwind("$change"),
                group(key, Accumulators.sum("sum", "$change.v")),
                project(fields(
                        excludeId(),
                        include("sum"),
                        computed("accountId", "$_id.accountId"),
                        computed("unit", "$_id.unit"),
                        computed("day", "$_id.day"))));
    }
}
