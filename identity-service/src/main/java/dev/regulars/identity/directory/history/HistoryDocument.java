package dev.regulars.identity.directory.history;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.identity.directory.field.value.FieldChange;
import dev.regulars.identity.directory.field.value.ValueSource;
import dev.regulars.identity.directory.member.MemberDocument;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import dev.regulars.web.value.Ids;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** A change of one value. Never changed, never removed. */
@MongoEntity(collection = "fieldHistories")
public class HistoryDocument extends ReactivePanacheMongoEntityBase {

    private static final Bson NEWEST_FIRST = orderBy(descending("createdAt"), descending("number"));

    @BsonId
    public String id;

    public CommunityId communityId;
    public String accountId;
    public String fieldId;
    /** {@code value} and {@code before}; one that is not there is absent. */
    public Document change;
    /** Rises with each change of a member: the order of entries of the same time. */
    public long number;

    public String actorKind;
    public String actorId;
    /** The account that acted, or that made the key. */
    public @Nullable String createdBy;

    public String source;
    public Instant createdAt;

    public static HistoryDocument of(
            Tx tx, MemberDocument member, long number, FieldChange change, ValueSource source, Instant at) {
        var entry = new HistoryDocument();
        entry.id = Ids.next();
        entry.communityId = member.community();
        entry.accountId = member.accountId;
        entry.fieldId = change.field().id();
        entry.change = new Document();
        put(entry.change, "value", change.value());
        put(entry.change, "before", change.before());
        entry.number = number;
        entry.actorKind = tx.caller().kind().claim();
        entry.actorId = tx.caller().id();
        entry.createdBy = tx.caller().accountId();
        entry.source = source.wire();
        entry.createdAt = at;
        return entry;
    }

    private static void put(Document change, String key, @Nullable Object value) {
        if (value != null) {
            change.put(key, value);
        }
    }

    public @Nullable Object value() {
        return change.get("value");
    }

    public @Nullable Object before() {
        return change.get("before");
    }

    public static Uni<Void> insert(Tx tx, List<HistoryDocument> entries) {
        return histories().in(tx).bulk().insertWithoutEvents(entries);
    }

    /** When anything of a member changed last. */
    public static Uni<@Nullable Instant> latestAt(Tx tx, String accountId) {
        return newest(tx, eq("accountId", accountId)).map(entry -> entry == null ? null : entry.createdAt);
    }

    /** The same for many members, by account. */
    public static Uni<Map<String, Instant>> latestAt(Tx tx, Collection<String> accountIds) {
        List<Bson> newest = List.of(
                Aggregates.match(in("accountId", accountIds)),
                Aggregates.group("$accountId", Accumulators.max("at", "$createdAt")));
        return histories()
                .of(tx.community())
                .aggregate(tx, newest, Document.class)
                .collect()
                .asMap(last -> last.getString("_id"), last -> last.getDate("at").toInstant());
    }

    /** The last change of one field. */
    static Uni<@Nullable HistoryDocument> latest(Tx tx, String accountId, String fieldId) {
        return newest(tx, and(eq("accountId", accountId), eq("fieldId", fieldId)));
    }

    /** The same up to a time. */
    static Uni<@Nullable HistoryDocument> latest(Tx tx, String accountId, String fieldId, Instant upTo) {
        return newest(tx, and(eq("accountId", accountId), eq("fieldId", fieldId), lte("createdAt", upTo)));
    }

    private static Uni<@Nullable HistoryDocument> newest(Tx tx, Bson which) {
        return histories()
                .of(tx.community())
                .list(tx, which, NEWEST_FIRST, 1)
                .collect()
                .first();
    }

    /**
     * The newest first.
     *
     * @param accountId absent for all members
     * @param fieldId absent for all fields
     */
    static Uni<Page<HistoryDocument>> page(
            Tx tx, @Nullable String accountId, @Nullable String fieldId, PageRequest page) {
        Bson member = accountId == null ? empty() : eq("accountId", accountId);
        Bson field = fieldId == null ? empty() : eq("fieldId", fieldId);
        return histories().in(tx).page(and(member, field), NEWEST_FIRST, page);
    }

    /** What each field of a member held at a time, by its id; a field without a value is absent. */
    static Uni<Map<String, Object>> valuesAt(Tx tx, String accountId, Instant at) {
        List<Bson> lastOfEach = List.of(
                Aggregates.match(and(eq("accountId", accountId), lte("createdAt", at))),
                Aggregates.sort(orderBy(ascending("fieldId"), descending("createdAt"), descending("number"))),
                Aggregates.group("$fieldId", Accumulators.first("change", "$change")));
        return histories()
                .of(tx.community())
                .aggregate(tx, lastOfEach, Document.class)
                .collect()
                .in(HashMap::new, (values, last) -> {
                    Object value = last.get("change", Document.class).get("value");
                    if (value != null) {
                        values.put(last.getString("_id"), value);
                    }
                });
    }

    public static Uni<Void> buildIndexes() {
        return index().chain(() -> index("fieldId"))
                .chain(() -> index("accountId"))
                .chain(() -> index("accountId", "fieldId"));
    }

    private static Uni<Void> index(String... which) {
        var keys = new Document("communityId", 1);
        for (String field : which) {
            keys.append(field, 1);
        }
        return histories()
                .createIndex(keys.append("createdAt", -1).append("number", -1).append("_id", 1));
    }

    private static TenantCollection.All<HistoryDocument> histories() {
        return TenantCollection.all(mongoCollection());
    }
}
