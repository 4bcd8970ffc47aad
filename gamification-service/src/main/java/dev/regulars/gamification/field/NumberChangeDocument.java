package dev.regulars.gamification.field;

import static com.mongodb.client.model.Accumulators.last;
import static com.mongodb.client.model.Accumulators.max;
import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.project;
import static com.mongodb.client.model.Aggregates.sort;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Projections.computed;
import static com.mongodb.client.model.Projections.excludeId;
import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.model.Accumulators;
import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.ledger.ChangedMemberDocument;
import dev.regulars.gamification.ledger.ScoreDocument;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** How much the number of a member in a custom field changed: like a posting, never changed afterwards. */
@MongoEntity(collection = "numberChanges")
public class NumberChangeDocument extends ReactivePanacheMongoEntityBase {

    /** Of the event. */
    @BsonId
    public String id;

    public CommunityId communityId;
    public String fieldId;
    public String accountId;
    public BigDecimal change;
    /** Whether there is a number after it. */
    public boolean isSet;

    public Instant at;
    public long epoch;
    public long n;
    public Instant storedAt;

    /** A repeat of an event changes nothing. */
    static Uni<Void> keep(List<NumberChangeDocument> some, Instant now) {
        return changes().projection(now).insert(some);
    }

    /** As of which version the first change of each member is, by account; absent where there is none yet. */
    static Uni<Map<String, Version>> first(
            Tx tx, CommunityId community, String fieldId, Collection<String> accountIds) {
        List<Bson> pipeline = List.of(
                match(and(eq("fieldId", fieldId), in("accountId", accountIds))),
                sort(ascending("accountId", "epoch", "n")),
                group("$accountId", Accumulators.first("epoch", "$epoch"), Accumulators.first("n", "$n")));
        return changes()
                .of(community)
                .aggregate(tx, pipeline, Document.class)
                .collect()
                .asMap(
                        found -> found.getString("_id"),
                        found -> new Version(found.getLong("epoch"), found.getLong("n")));
    }

    /** What the number of members changed by between two moments; who has none after it is left out. */
    public static Multi<ScoreDocument> scores(
            Tx tx,
            CommunityId community,
            String fieldId,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Collection<String> accountIds) {
        List<Bson> which = new ArrayList<>(ScoreDocument.between("at", from, until));
        which.add(eq("fieldId", fieldId));
        which.add(ScoreDocument.members(accountIds));
        List<Bson> pipeline = List.of(
                match(and(which)),
                sort(ascending("accountId", "epoch", "n")),
                group("$accountId", sum("score", "$change"), last("at", "$at"), last("isSet", "$isSet")),
                match(eq("isSet", true)),
                ScoreDocument.result());
        return changes().of(community).aggregate(tx, pipeline, ScoreDocument.class);
    }

    /** Each member once, as of the last change. */
    public static Multi<ChangedMemberDocument> changedSince(
            Tx tx, CommunityId community, String fieldId, Instant since, @Nullable Instant until) {
        List<Bson> pipeline = new ArrayList<>(ChangedMemberDocument.pipeline("storedAt", since, until));
        pipeline.addFirst(match(eq("fieldId", fieldId)));
        pipeline.add(group("$accountId", max("at", "$at")));
        pipeline.add(project(fields(excludeId(), include("at"), computed("accountId", "$_id"))));
        return changes().of(community).aggregate(tx, pipeline, ChangedMemberDocument.class);
    }

    public static Uni<Void> buildIndexes() {
        return changes()
                .createIndex(ascending("communityId", "fieldId", "accountId", "epoch", "n"))
                .chain(() -> changes().createIndex(ascending("communityId", "fieldId", "storedAt")));
    }

    private static TenantCollection.All<NumberChangeDocument> changes() {
        return TenantCollection.all(mongoCollection());
    }
}
