package dev.regulars.gamification.referral;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static dev.regulars.web.refusal.Refusal.orNotFound;

import com.mongodb.client.model.IndexOptions;
import dev.regulars.crypto.Secrets;
import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import org.bson.codecs.pojo.annotations.BsonId;

/** The code that a member gives to others. It is made when somebody first asks for it, and stays. */
@MongoEntity(collection = "referralCodes")
public class ReferralCodeDocument extends ReactivePanacheMongoEntityBase {

    private static final int LENGTH = 10;

    /** {@code communityId:accountId}. */
    @BsonId
    public String id;

    public CommunityId communityId;
    public String accountId;
    public String code;

    static Uni<String> of(Tx tx, CommunityId community, String accountId) {
        String id = community + ":" + accountId;
        return codes().of(community)
                .find(tx, id)
                .chain(found -> found != null ? Uni.createFrom().item(found.code) : make(tx, community, accountId));
    }

    private static Uni<String> make(Tx tx, CommunityId community, String accountId) {
        var made = new ReferralCodeDocument();
        made.id = community + ":" + accountId;
        made.communityId = community;
        made.accountId = accountId;
        made.code = Secrets.key().substring(0, LENGTH);
        return codes().of(community)
                .insert(tx, made)
                .map(stored -> stored.code)
                .onFailure(DuplicateKey::is)
                .recoverWithUni(() -> of(tx, community, accountId));
    }

    static Uni<ReferralCodeDocument> get(Tx tx, CommunityId community, String code) {
        return codes().of(community).find(tx, eq("code", code)).plug(orNotFound("code", "of nobody here"));
    }

    /** Links are opened by strangers, so a code says which community it is of. */
    static Uni<ReferralCodeDocument> ofAnyCommunity(Tx tx, String code) {
        return tx.find(codes().ofAllCommunities(), eq("code", code)).plug(orNotFound("code", "of nobody"));
    }

    public static Uni<Void> buildIndexes() {
        return codes().createIndex(ascending("code"), new IndexOptions().unique(true));
    }

    private static TenantCollection.All<ReferralCodeDocument> codes() {
        return TenantCollection.all(mongoCollection());
    }
}
