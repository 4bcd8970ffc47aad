package dev.regulars.gamification.ledger;

import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.project;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Projections.computed;
import static com.mongodb.client.model.Projections.excludeId;
import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;

import java.time.Instant;
import java.util.List;
import org.bson.conversions.Bson;

/** Who has changed, and when: computed, never stored. */
public record ChangedMemberDocument(String accountId, Instant at) {

    /** @param field that has the time */
    public static List<Bson> pipeline(String field, Instant since) {
        return List.of(
                match(gte(field, since)),
                project(fields(excludeId(), include("accountId"), computed("at", "$" + field))));
    }
}
