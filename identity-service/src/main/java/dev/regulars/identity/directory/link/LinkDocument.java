package dev.regulars.identity.directory.link;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Sorts;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** A request of a community for an account, and what its owner answered. One per pair, so that no two mails are sent at once. */
@MongoEntity(collection = "links")
public class LinkDocument extends ReactivePanacheMongoEntityBase {

    private static final long DAYS_KEPT = 30;
    private static final int BATCH = 100;

    @BsonId
    public String id;

    public String communityId;
    public String accountId;
    public State state;
    public String tokenHash;
    public String firstName;
    public String lastName;
    public String displayName;
    /** Of the membership that is asked for; absent where there is to be none. */
    public @Nullable Integer accessLevel;
    /** Under the master key, until the mail is enqueued with the account. */
    public @Nullable String encryptedToken;
    /** When the mail is to be enqueued; absent once it is. */
    public @Nullable Instant mailDue;
    /** Since when the accepted link waits to be carried out. */
    public @Nullable Instant joinDue;

    public Instant askedAt;
    public Instant expiresAt;
    public @Nullable Instant answeredAt;

    enum State {
        PENDING,
        ACCEPTED,
        DECLINED
    }

    static String id(CommunityId community, String accountId) {
        return community.id() + ":" + accountId;
    }

    CommunityId community() {
        return CommunityId.trusted(communityId);
    }

    static Uni<@Nullable LinkDocument> find(Tx tx, CommunityId community, String accountId) {
        return links().of(community).find(tx, id(community, accountId));
    }

    /** Of an answer that was just taken. */
    static Uni<@Nullable LinkDocument> byId(Tx tx, String id) {
        return tx.find(links().ofAllCommunities(), eq("_id", id));
    }

    Uni<LinkDocument> insert(Tx tx) {
        return links().of(community()).insert(tx, this);
    }

    /** Asks anew where the last request has expired, whatever was answered to it. */
    static Uni<@Nullable LinkDocument> askAgain(Tx tx, LinkDocument again) {
        return links().of(again.community())
                .change(tx, again.id)
                .when(lte("expiresAt", again.askedAt))
                .by(combine(
                        set("state", again.state),
                        set("tokenHash", again.tokenHash),
                        set("encryptedToken", again.encryptedToken),
                        set("mailDue", again.mailDue),
                        names(again),
                        set("askedAt", again.askedAt),
                        set("expiresAt", again.expiresAt),
                        unset("answeredAt")))
                .withoutEvent();
    }

    /** The newest names count, as long as the owner has not answered. */
    static Uni<@Nullable LinkDocument> rename(Tx tx, LinkDocument again) {
        return links().of(again.community())
                .change(tx, again.id)
                .when(eq("state", State.PENDING))
                .by(names(again))
                .withoutEvent();
    }

    private static Bson names(LinkDocument link) {
        return combine(
                set("firstName", link.firstName),
                set("lastName", link.lastName),
                set("displayName", link.displayName),
                link.accessLevel == null ? unset("accessLevel") : set("accessLevel", link.accessLevel));
    }

    static Uni<Long> countPending(Tx tx, String accountId, Instant now) {
        return tx.count(
                links().ofAllCommunities(),
                and(eq("accountId", accountId), eq("state", State.PENDING), gt("expiresAt", now)));
    }

    /** By the token's hash alone: it determines the account. Empty for one that is unknown, used or expired. */
    static Uni<@Nullable LinkDocument> answer(Tx tx, String tokenHash, State said, Instant now) {
        Bson answered = combine(set("state", said), set("answeredAt", now));
        return tx.change(links().ofAllCommunities(), eq("tokenHash", tokenHash))
                .when(and(eq("state", State.PENDING), gt("expiresAt", now)))
                .by(said == State.ACCEPTED ? combine(answered, set("joinDue", now)) : answered)
                .withoutEvent();
    }

    /** The oldest first. */
    static Uni<List<LinkDocument>> mailsDue(Instant now) {
        return due("mailDue", now);
    }

    static Uni<Void> mailed(LinkDocument link) {
        return links().ofAllCommunities()
                .updateOne(isSameRequest(link), combine(unset("encryptedToken"), unset("mailDue")))
                .replaceWithVoid();
    }

    static Uni<Void> postponeMail(LinkDocument link, Instant until) {
        return links().ofAllCommunities()
                .updateOne(isSameRequest(link), set("mailDue", until))
                .replaceWithVoid();
    }

    private static Bson isSameRequest(LinkDocument link) {
        return and(one(link.community(), link.accountId), eq("tokenHash", link.tokenHash));
    }

    /** The oldest first. */
    static Uni<List<LinkDocument>> joinsDue(Instant before) {
        return due("joinDue", before);
    }

    private static Uni<List<LinkDocument>> due(String field, Instant now) {
        return links().ofAllCommunities()
                .find(
                        lte(field, now),
                        new FindOptions().sort(Sorts.ascending(field)).limit(BATCH))
                .collect()
                .asList();
    }

    static Uni<Void> postponeJoin(CommunityId community, String accountId, Instant at) {
        return links().ofAllCommunities()
                .updateOne(and(one(community, accountId), exists("joinDue")), set("joinDue", at))
                .replaceWithVoid();
    }

    static Uni<Void> completeJoin(CommunityId community, String accountId) {
        return links().ofAllCommunities()
                .updateOne(one(community, accountId), unset("joinDue"))
                .replaceWithVoid();
    }

    static Uni<Void> buildIndexes() {
        var over = new IndexOptions().expireAfter(DAYS_KEPT, TimeUnit.DAYS);
        return links().createIndex(ascending("tokenHash"), new IndexOptions().unique(true))
                .chain(() -> links().createIndex(ascending("expiresAt"), over))
                .chain(() -> links().createIndex(ascending("accountId", "state")))
                .chain(() -> sparse("mailDue"))
                .chain(() -> sparse("joinDue"));
    }

    private static Uni<Void> sparse(String field) {
        return links().createIndex(ascending(field), new IndexOptions().partialFilterExpression(exists(field)))
                .replaceWithVoid();
    }

    private static Bson one(CommunityId community, String accountId) {
        return and(eq("_id", id(community, accountId)), eq("communityId", community.id()));
    }

    private static TenantCollection.All<LinkDocument> links() {
        return TenantCollection.all(mongoCollection());
    }
}
