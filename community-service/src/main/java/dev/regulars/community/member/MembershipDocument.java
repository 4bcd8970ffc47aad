package dev.regulars.community.member;

import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.events.community.CommunityEvent.MemberJoined;
import dev.regulars.events.community.CommunityEvent.MemberLeft;
import dev.regulars.events.community.CommunityEvent.MemberRestored;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
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

    static MembershipDocument of(CommunityId community, String accountId, int accessLevel, Instant joinedAt) {
        var membership = new MembershipDocument();
        membership.id = id(community, accountId);
        membership.communityId = community.id();
        membership.accountId = accountId;
        membership.accessLevel = accessLevel;
        membership.joinedAt = joinedAt;
        return membership;
    }

    /** Fails as taken where the account is a member already. */
    Uni<MembershipDocument> join(Tx tx, CommunityId community) {
        return memberships().of(community).insert(tx, this, new MemberJoined(communityId, accountId, joinedAt));
    }

    /** Empty where it had ended before. */
    Uni<@Nullable MembershipDocument> end(Tx tx, CommunityId community, Instant now) {
        return memberships()
                .of(community)
                .change(tx, id)
                .when(exists("leftAt", false))
                .by(set("leftAt", now))
                .emitting(new MemberLeft(communityId, accountId, joinedAt, now));
    }

    /** Empty where it had not ended. */
    Uni<@Nullable MembershipDocument> restore(Tx tx, CommunityId community) {
        return memberships()
                .of(community)
                .change(tx, id)
                .when(exists("leftAt"))
                .by(unset("leftAt"))
                .emitting(new MemberRestored(communityId, accountId, joinedAt));
    }

    static Uni<@Nullable MembershipDocument> find(Tx tx, CommunityId community, String accountId) {
        return memberships().of(community).find(tx, id(community, accountId));
    }

    private static String id(CommunityId community, String accountId) {
        return community.id() + ":" + accountId;
    }

    private static TenantCollection.All<MembershipDocument> memberships() {
        return TenantCollection.all(mongoCollection());
    }
}
