package dev.regulars.gamification.ledger.settings;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.events.community.CommunityEvent.CurrencyChanged;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** Settings of a community as of a version of it. Its id is that of the community. */
@MongoEntity(collection = "settings")
public class SettingsDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public CommunityId communityId;
    /** Of the community; absent where it did not change since this is kept. */
    public @Nullable String name;

    public String timezone;
    public int pendingDays;
    public int expiryDays;
    public @Nullable Map<String, Long> floors;
    public @Nullable Version source;
    public @Nullable Version currencySource;

    static Uni<@Nullable SettingsDocument> find(Tx tx, CommunityId community) {
        return settings().of(community).find(tx, community.id());
    }

    /** Absent where it is not known here. */
    public static Uni<@Nullable String> communityName(Tx tx, CommunityId community) {
        return find(tx, community).map(settings -> settings == null ? null : settings.name);
    }

    static Uni<Void> server(Tx tx, CommunityId community, String name, String timezone, Version source) {
        return ensure(tx, community)
                .chain(() -> settings()
                        .of(community)
                        .change(tx, community.id())
                        .when(source.newerThan("source"))
                        .by(combine(set("name", name), set("timezone", timezone), set("source", source)))
                        .withoutEvent())
                .replaceWithVoid();
    }

    static Uni<Void> currency(Tx tx, CommunityId community, CurrencyChanged currency, Version source) {
        return ensure(tx, community)
                .chain(() -> settings()
                        .of(community)
                        .change(tx, community.id())
                        .when(source.newerThan("currencySource"))
                        .by(combine(
                                set("pendingDays", currency.pendingDays()),
                                set("expiryDays", currency.expiryDays()),
                                set("floors", currency.floors()),
                                set("currencySource", source)))
                        .withoutEvent())
                .replaceWithVoid();
    }

    private static Uni<Void> ensure(Tx tx, CommunityId community) {
        var fresh = new SettingsDocument();
        fresh.id = community.id();
        fresh.communityId = community;
        fresh.timezone = "UTC";
        return find(tx, community)
                .chain(known -> known != null
                        ? Uni.createFrom().voidItem()
                        : settings()
                                .of(community)
                                .insert(tx, fresh)
                                .onFailure(DuplicateKey::is)
                                .recoverWithNull()
                                .replaceWithVoid());
    }

    private static TenantCollection.All<SettingsDocument> settings() {
        return TenantCollection.all(mongoCollection());
    }
}
