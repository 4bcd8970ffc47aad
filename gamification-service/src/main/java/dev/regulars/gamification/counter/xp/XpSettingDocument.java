package dev.regulars.gamification.counter.xp;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** The XP settings of a community, under the community's id. */
@MongoEntity(collection = "xpSettings")
public class XpSettingDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public CommunityId communityId;
    public XpSetting setting;
    public Instant createdAt;
    public Instant updatedAt;

    static XpSettingDocument of(CommunityId community, XpSetting setting, Instant now) {
        var document = new XpSettingDocument();
        document.id = community.id();
        document.communityId = community;
        document.setting = setting;
        document.createdAt = now;
        document.updatedAt = now;
        return document;
    }

    static Uni<@Nullable XpSettingDocument> find(Tx tx, CommunityId community) {
        return settings().of(community).find(tx, community.id());
    }

    /** Replaces what was set before. */
    Uni<XpSettingDocument> store(Tx tx) {
        return change(tx).onItem().ifNull().switchTo(() -> settings()
                .of(communityId)
                .insert(tx, this)
                .onFailure(DuplicateKey::is)
                .recoverWithUni(() -> change(tx)));
    }

    private Uni<XpSettingDocument> change(Tx tx) {
        return settings()
                .of(communityId)
                .change(tx, id)
                .by(combine(set("setting", setting), set("updatedAt", updatedAt)))
                .withoutEvent();
    }

    private static TenantCollection.All<XpSettingDocument> settings() {
        return TenantCollection.all(mongoCollection());
    }
}
