package dev.regulars.community.member;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.community.CommunityEvent.MemberJoined;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** That an account belongs to a community. One document for each pair, so that nobody joins twice. */
@MongoEntity(collection = "memberships")
public class MembershipDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public String communityId;
    public String accountId;
    public Instant joinedAt;
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

    static Uni<@Nullable MembershipDocument> find(Tx tx, String communityId, String accountId) {
        return tx.find(memberships(), and(eq("_id", id(communityId, accountId)), eq("communityId", communityId)));
    }

    private static String id(String communityId, String accountId) {
        return communityId + ":" + accountId;
    }

    private static ReactiveMongoCollection<MembershipDocument> memberships() {
        return mongoCollection();
    }
}
