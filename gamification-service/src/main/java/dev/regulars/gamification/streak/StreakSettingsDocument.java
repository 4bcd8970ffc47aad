package dev.regulars.gamification.streak;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static java.util.Objects.requireNonNullElse;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.streak.rule.Exceptions.Pause;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;

/** Whether the streaks of a community are switched on, and when they were not. Its id is that of the community. */
@MongoEntity(collection = "streakSettings")
public class StreakSettingsDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public CommunityId communityId;
    public boolean enabled;
    public List<Pause> pauses;

    private static StreakSettingsDocument unchanged(CommunityId community) {
        var settings = new StreakSettingsDocument();
        settings.id = community.id();
        settings.communityId = community;
        settings.enabled = true;
        settings.pauses = List.of();
        return settings;
    }

    static Uni<StreakSettingsDocument> of(Tx tx, CommunityId community) {
        return settings()
                .of(community)
                .find(tx, community.id())
                .map(found -> requireNonNullElse(found, unchanged(community)));
    }

    /** Periods that a pause touches need not be kept. */
    static Uni<Void> enable(Tx tx, CommunityId community, boolean enabled, Instant now) {
        return ensure(tx, community)
                .chain(() -> of(tx, community))
                .chain(known -> known.enabled == enabled
                        ? Uni.createFrom().voidItem()
                        : settings()
                                .of(community)
                                .change(tx, community.id())
                                .when(eq("enabled", known.enabled))
                                .by(combine(set("enabled", enabled), set("pauses", known.pauses(enabled, now))))
                                .withoutEvent()
                                .replaceWithVoid());
    }

    private List<Pause> pauses(boolean enabled, Instant now) {
        List<Pause> all = new ArrayList<>(pauses);
        all.add(enabled ? new Pause(all.removeLast().since(), now) : new Pause(now, null));
        return all;
    }

    private static Uni<Void> ensure(Tx tx, CommunityId community) {
        return settings()
                .of(community)
                .find(tx, community.id())
                .chain(found -> found != null
                        ? Uni.createFrom().voidItem()
                        : settings()
                                .of(community)
                                .insert(tx, unchanged(community))
                                .onFailure(DuplicateKey::is)
                                .recoverWithNull()
                                .replaceWithVoid());
    }

    private static TenantCollection.All<StreakSettingsDocument> settings() {
        return TenantCollection.all(mongoCollection());
    }
}
