package dev.regulars.rewards.store;

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

/** The store of a community, under the community's id; it is made when it is asked for first. */
@MongoEntity(collection = "stores")
public class StoreDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public CommunityId communityId;
    public boolean enabled;
    public String title;
    public String description;
    public String coverType;
    public String coverValue;
    public String currencyName;
    public String currencySymbol;
    public @Nullable String widgetId;
    public boolean widgetEnabled;
    public Instant createdAt;
    public Instant updatedAt;

    static Uni<StoreDocument> ensure(Tx tx, CommunityId community, Instant now) {
        return stores().of(community).find(tx, community.id()).onItem().ifNull().switchTo(() -> initial(community, now)
                .create(tx));
    }

    private Uni<StoreDocument> create(Tx tx) {
        return stores().of(communityId)
                .insert(tx, this)
                .onFailure(DuplicateKey::is)
                .recoverWithUni(() ->
                        stores().of(communityId).find(tx, id).onItem().ifNull().continueWith(this));
    }

    private static StoreDocument initial(CommunityId community, Instant now) {
        var store = new StoreDocument();
        store.id = community.id();
        store.communityId = community;
        store.enabled = true;
        store.title = "Store";
        store.description = "";
        store.coverType = "color";
        store.coverValue = "#3EA1FD";
        store.currencyName = "Coins";
        store.currencySymbol = "C";
        store.widgetEnabled = false;
        store.createdAt = now;
        store.updatedAt = now;
        return store;
    }

    /** Stores what this copy was changed to. */
    Uni<@Nullable StoreDocument> store(Tx tx) {
        return stores().of(communityId)
                .change(tx, id)
                .by(combine(
                        set("enabled", enabled),
                        set("title", title),
                        set("description", description),
                        set("coverType", coverType),
                        set("coverValue", coverValue),
                        set("currencyName", currencyName),
                        set("currencySymbol", currencySymbol),
                        set("widgetId", widgetId),
                        set("widgetEnabled", widgetEnabled),
                        set("updatedAt", updatedAt)))
                .withoutEvent();
    }

    private static TenantCollection.All<StoreDocument> stores() {
        return TenantCollection.all(mongoCollection());
    }
}
