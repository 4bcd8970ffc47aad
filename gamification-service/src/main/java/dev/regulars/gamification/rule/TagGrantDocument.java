package dev.regulars.gamification.rule;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.events.gamification.GamificationEvent.TagGranted;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;

/** That a rule gave a member a tag, told once. */
@MongoEntity(collection = "tagGrants")
public class TagGrantDocument extends ReactivePanacheMongoEntityBase {

    /** {@code communityId:ruleId:accountId:tag}. */
    @BsonId
    public String id;

    public CommunityId communityId;
    public Instant grantedAt;

    static Uni<Void> tell(Tx tx, RuleDocument rule, String accountId, String tag, Instant now) {
        var grant = new TagGrantDocument();
        grant.id = rule.communityId + ":" + rule.id + ":" + accountId + ":" + tag;
        grant.communityId = rule.communityId;
        grant.grantedAt = now;
        return grants().of(rule.communityId)
                .insert(tx, grant, new TagGranted(rule.communityId.id(), accountId, tag, rule.id, now))
                .onFailure(DuplicateKey::is)
                .recoverWithNull()
                .replaceWithVoid();
    }

    private static TenantCollection.All<TagGrantDocument> grants() {
        return TenantCollection.all(mongoCollection());
    }
}
