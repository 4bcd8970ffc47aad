package dev.regulars.community.member;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.community.CommunityEvent.MemberJoined;
import dev.regulars.events.community.CommunityEvent.MemberLeft;
import dev.regulars.events.community.CommunityEvent.MemberRestored;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * That an account belongs to a community. One document for each pair, so that nobody joins twice; it outlives the
 * membership, so that all of it can be brought back.
 */
@MongoEntity(collection = "memberships")
public class MembershipDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public String communityId;
    public String accountId;
    public Instant joinedAt;
    /** Absent while it lasts. */
    public @Nullable Instant leftAt;
    /** 0–9, as given by whoever brought the member; grants nothing by itself. */
    public int accessLevel;
    /** Kept by the outbox; read here only. */
    public Version version;

    static MembershipDocument of(String communityId, String accountId, int accessLevel, Instant joinedAt) {
        var membership = new MembershipDocument();
        membership.id = id(communityId, accountId);
        membership.communityId = communityId;
        membership.accountId = accountId;
        membership.accessLevel = accessLevel;
        membership.joinedAt = joinedAt;
        return membership;
    }

    /** Fails as taken where the account is a member already. */
    Uni<MembershipDocument> join(Tx tx) {
        return tx.insert(memberships(), this, new MemberJoined(communityId, accountId, joinedAt));
    }

    /** Empty where it had ended before. */
    Uni<@Nullable MembershipDocument> end(Tx tx, Instant now) {
        return tx.change(memberships(), one(communityId, accountId))
                .when(exists("leftAt", false))
                .by(set("leftAt", now))
                .emitting(new MemberLeft(communityId, accountId, joinedAt, now));
    }

    /** Empty where it had not ended. */
    Uni<@Nullable MembershipDocument> restore(Tx tx) {
        return tx.change(memberships(), one(communityId, accountId))
                .when(exists("leftAt"))
                .by(unset("leftAt"))
                .emitting(new MemberRestored(communityId, accountId, joinedAt));
    }

    static Uni<@Nullable MembershipDocument> find(Tx tx, String communityId, String accountId) {
        return tx.find(memberships(), one(communityId, accountId));
    }

    private static Bson one(String communityId, String accountId) {
        return and(eq("_id", id(communityId, accountId)), eq("communityId", communityId));
    }

    private static String id(String communityId, String accountId) {
        return communityId + ":" + accountId;
    }

    private static ReactiveMongoCollection<MembershipDocument> memberships() {
        return mongoCollection();
    }
}
