package dev.regulars.gamification.member;

import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.project;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Projections.excludeId;
import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;

import java.util.List;
import org.bson.conversions.Bson;

/** The part of a member's document that says how the member is shown: read, never stored. */
public record ProfiledMemberDocument(String accountId, MemberProfile profile) {

    static List<Bson> pipeline(Bson which) {
        return List.of(
                match(and(which, exists("profile"))), project(fields(excludeId(), include("accountId", "profile"))));
    }
}
