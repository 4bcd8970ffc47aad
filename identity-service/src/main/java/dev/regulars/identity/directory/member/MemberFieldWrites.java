package dev.regulars.identity.directory.member;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static dev.regulars.identity.directory.member.MemberDocument.id;
import static dev.regulars.identity.directory.member.MemberDocument.members;
import static dev.regulars.web.refusal.Refusal.orNotFound;

import com.mongodb.client.model.IndexOptions;
import dev.regulars.eventing.outbox.Change;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.events.DomainEvent;
import dev.regulars.events.identity.IdentityEvent.MemberReferred;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Values of custom fields in member entries: by field, and as pairs for the one index that finds members by any of them. */
public final class MemberFieldWrites {

    private static final Bson JOINED = and(exists("membership"), exists("membership.leftAt", false));
    private static final String KEY = "k";
    private static final String VALUE = "v";
    private static final int AMBIGUOUS = 2;

    private MemberFieldWrites() {}

    /** Begins a change of values: writers of one member come one after the other from here on. */
    public static Uni<MemberDocument> lock(Tx tx, String accountId) {
        return members()
                .in(tx)
                .change(id(tx.community().id(), accountId))
                .when(JOINED)
                .by(inc("fieldWrites", 1L))
                .withoutEvent()
                .plug(orNotFound("member", accountId));
    }

    public static @Nullable Object value(MemberDocument member, String fieldId) {
        return member.fields == null ? null : member.fields.get(fieldId);
    }

    /** @param values by the id of the field; null removes one */
    public static Uni<MemberDocument> write(
            Tx tx, MemberDocument member, Map<String, @Nullable Object> values, List<? extends DomainEvent> events) {
        return change(tx, member, values)
                .emitting(events.toArray(DomainEvent[]::new))
                .plug(orNotFound("member", member.accountId));
    }

    /** The same value in another type: nothing that anybody has to know of. Left alone where it was changed in between. */
    public static Uni<Void> retype(Tx tx, MemberDocument member, String fieldId, Object value) {
        return change(tx, member, Map.of(fieldId, value))
                .when(and(eq("fields", member.fields), eq("attributes", member.attributes)))
                .withoutEvent()
                .replaceWithVoid();
    }

    private static Change<MemberDocument> change(Tx tx, MemberDocument member, Map<String, @Nullable Object> values) {
        return members().of(member.community()).change(tx, member.id).by(change(member, values));
    }

    static Bson change(MemberDocument member, Map<String, @Nullable Object> values) {
        List<Bson> changes = new ArrayList<>();
        List<Document> pairs = new ArrayList<>();
        if (member.attributes != null) {
            member.attributes.stream()
                    .filter(pair -> !values.containsKey(pair.getString(KEY)))
                    .forEach(pairs::add);
        }
        values.forEach((field, value) -> {
            changes.add(value == null ? unset("fields." + field) : set("fields." + field, value));
            if (value != null) {
                pairs.add(new Document(KEY, field).append(VALUE, value));
            }
        });
        changes.add(set("attributes", pairs));
        return combine(changes);
    }

    /** Members with this value in a field, former ones too; two are enough to know that it names nobody. */
    public static Uni<List<MemberDocument>> withValueOf(Tx tx, CommunityId community, String fieldId, Object value) {
        Bson pair = elemMatch("attributes", and(eq(KEY, fieldId), eq(VALUE, value)));
        return members()
                .of(community)
                .list(tx, pair, ascending("_id"), 2)
                .collect()
                .asList();
    }

    /** Members with a value in a field, in pages by id, former members too. */
    public static Uni<List<MemberDocument>> withValue(Tx tx, String fieldId, String afterId, int limit) {
        return members()
                .of(tx.community())
                .list(
                        tx,
                        and(gt("_id", afterId), eq("attributes.k", fieldId), exists("fields." + fieldId)),
                        ascending("_id"),
                        limit)
                .collect()
                .asList();
    }

    /** Current members with these values; two are enough to know that they are not one member's. */
    public static Uni<List<MemberDocument>> joinedWith(Tx tx, Map<String, Object> values) {
        List<Bson> all = new ArrayList<>();
        values.forEach((field, value) -> all.add(elemMatch("attributes", and(eq(KEY, field), eq(VALUE, value)))));
        all.add(JOINED);
        return members()
                .of(tx.community())
                .list(tx, and(all), ascending("_id"), AMBIGUOUS)
                .collect()
                .asList();
    }

    /** @param mediaId of the picture, by which the clean-up finds out whether it is still somebody's */
    public static Uni<MemberDocument> avatar(Tx tx, String accountId, String url, String mediaId) {
        return members()
                .in(tx)
                .change(id(tx.community().id(), accountId))
                .set("avatar", url)
                .set("avatarMediaId", mediaId)
                .withoutEvent()
                .plug(orNotFound("member", accountId));
    }

    /**
     * Who brought the member, as the community said it.
     *
     * @param referrerId account of who is meant, where the community knows one
     */
    public static Uni<Void> referral(Tx tx, String accountId, String referral, @Nullable String referrerId) {
        var change = members()
                .of(tx.community())
                .change(tx, id(tx.community().id(), accountId))
                .by(set("referral", referral));
        return (referrerId == null
                        ? change.withoutEvent()
                        : change.emitting(new MemberReferred(tx.community().id(), accountId, referrerId, tx.now())))
                .replaceWithVoid();
    }

    /** Whether any member has the picture. */
    public static Uni<Boolean> isAvatar(Tx tx, String mediaId) {
        return members().in(tx).count(eq("avatarMediaId", mediaId)).map(count -> count > 0);
    }

    static Uni<Void> buildIndexes() {
        return members()
                .createIndex(
                        ascending("communityId", "avatarMediaId"),
                        new IndexOptions().partialFilterExpression(exists("avatarMediaId")));
    }
}
