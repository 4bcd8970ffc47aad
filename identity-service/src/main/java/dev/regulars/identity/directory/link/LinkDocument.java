package dev.regulars.identity.directory.link;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.IndexOptions;
import dev.regulars.eventing.outbox.Tx;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** That a community asked for an account, and what its owner said. One for each pair: nobody is asked by two mails at once. */
@MongoEntity(collection = "links")
public class LinkDocument extends ReactivePanacheMongoEntityBase {

    private static final long KEPT_AFTER_THE_END = 30;

    @BsonId
    public String id;

    public String communityId;
    public String accountId;
    public State state;
    public String tokenHash;
    public String firstName;
    public String lastName;
    public String displayName;
    /** Of the membership that is asked for; absent where the account is to be known and to join nothing. */
    public @Nullable Integer accessLevel;
    /** Under the master key, until the question is with the account's mails. */
    public @Nullable String encryptedToken;
    /** Since when the owner's yes waits to be made good. */
    public @Nullable Instant joinDue;

    public Instant askedAt;
    public Instant expiresAt;
    public @Nullable Instant answeredAt;

    enum State {
        PENDING,
        ACCEPTED,
        DECLINED
    }

    static String id(String communityId, String accountId) {
        return communityId + ":" + accountId;
    }

    static Uni<@Nullable LinkDocument> find(Tx tx, String communityId, String accountId) {
        return tx.find(links(), one(communityId, accountId));
    }

    Uni<LinkDocument> ask(Tx tx) {
        return tx.insert(links(), this);
    }

    /** Asks anew, where the time of the last question is over: whatever was said to that one. */
    static Uni<@Nullable LinkDocument> askAgain(Tx tx, LinkDocument again) {
        return tx.change(links(), one(again.communityId, again.accountId))
                .when(lte("expiresAt", again.askedAt))
                .by(combine(
                        set("state", again.state),
                        set("tokenHash", again.tokenHash),
                        set("encryptedToken", again.encryptedToken),
                        set("firstName", again.firstName),
                        set("lastName", again.lastName),
                        set("displayName", again.displayName),
                        again.accessLevel == null ? unset("accessLevel") : set("accessLevel", again.accessLevel),
                        set("askedAt", again.askedAt),
                        set("expiresAt", again.expiresAt),
                        unset("answeredAt")))
                .withoutEvent();
    }

    /** By the token's hash alone: it is what tells the account. Empty for one that is unknown, used or over. */
    static Uni<@Nullable LinkDocument> answer(Tx tx, String tokenHash, State said, Instant now) {
        Bson answered = combine(set("state", said), set("answeredAt", now));
        return tx.change(links(), eq("tokenHash", tokenHash))
                .when(and(eq("state", State.PENDING), gt("expiresAt", now)))
                .by(said == State.ACCEPTED ? combine(answered, set("joinDue", now)) : answered)
                .withoutEvent();
    }

    static Uni<List<LinkDocument>> toBeAsked() {
        return links().find(exists("encryptedToken"))
                .select()
                .first(100)
                .collect()
                .asList();
    }

    static Uni<Void> asked(LinkDocument link) {
        return links().updateOne(
                        and(one(link.communityId, link.accountId), eq("tokenHash", link.tokenHash)),
                        unset("encryptedToken"))
                .replaceWithVoid();
    }

    static Uni<List<LinkDocument>> joinsDue(Instant before) {
        return links().find(lt("joinDue", before)).select().first(100).collect().asList();
    }

    static Uni<Void> owedSince(String communityId, String accountId, Instant at) {
        return links().updateOne(and(one(communityId, accountId), exists("joinDue")), set("joinDue", at))
                .replaceWithVoid();
    }

    static Uni<Void> joined(String communityId, String accountId) {
        return links().updateOne(one(communityId, accountId), unset("joinDue")).replaceWithVoid();
    }

    static Uni<Void> buildIndexes() {
        var over = new IndexOptions().expireAfter(KEPT_AFTER_THE_END, TimeUnit.DAYS);
        return links().createIndex(ascending("tokenHash"), new IndexOptions().unique(true))
                .chain(() -> links().createIndex(ascending("expiresAt"), over))
                .chain(() -> due("encryptedToken"))
                .chain(() -> due("joinDue"));
    }

    private static Uni<Void> due(String field) {
        return links().createIndex(ascending(field), new IndexOptions().partialFilterExpression(exists(field)))
                .replaceWithVoid();
    }

    private static Bson one(String communityId, String accountId) {
        return and(eq("_id", id(communityId, accountId)), eq("communityId", communityId));
    }

    private static ReactiveMongoCollection<LinkDocument> links() {
        return mongoCollection();
    }
}
