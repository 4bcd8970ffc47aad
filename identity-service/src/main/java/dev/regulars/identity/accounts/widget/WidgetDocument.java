package dev.regulars.identity.accounts.widget;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static java.util.Objects.requireNonNullElse;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.events.identity.CallerChanged;
import dev.regulars.events.identity.CallerChanged.Scope;
import dev.regulars.identity.accounts.widget.WidgetRequests.NewWidget;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** A widget of a community. Tokens that were issued for it are asked for again whenever it changes. */
@MongoEntity(collection = "widgets")
public class WidgetDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public CommunityId communityId;
    public WidgetType type;
    public String name;
    public @Nullable String channelId;
    public @Nullable String leaderboardId;
    public WidgetAuth auth;
    public List<String> dataAttributes;
    public List<String> origins;
    public @Nullable String url;
    public List<WidgetLink> links;
    public boolean isEnabled;
    public Instant createdAt;
    public Instant updatedAt;

    void take(NewWidget wanted, Instant now) {
        type = wanted.type();
        name = wanted.name();
        channelId = wanted.channelId();
        leaderboardId = wanted.leaderboardId();
        auth = wanted.auth();
        dataAttributes = requireNonNullElse(wanted.dataAttributes(), List.<String>of());
        origins = Origins.checked(wanted.origins());
        url = wanted.url();
        links = requireNonNullElse(wanted.links(), List.<WidgetLink>of());
        isEnabled = requireNonNullElse(wanted.isEnabled(), true);
        updatedAt = now;
    }

    public boolean isUsable(WidgetAuth wanted) {
        return isEnabled && auth == wanted;
    }

    Uni<WidgetDocument> insert(Tx tx) {
        return widgets().of(tx.community()).insert(tx, this);
    }

    /** Stores what this copy was changed to; empty where it is gone. */
    Uni<@Nullable WidgetDocument> store(Tx tx) {
        return widgets()
                .of(tx.community())
                .change(tx, id)
                .by(combine(
                        set("name", name),
                        set("channelId", channelId),
                        set("leaderboardId", leaderboardId),
                        set("auth", auth),
                        set("dataAttributes", dataAttributes),
                        set("origins", origins),
                        set("url", url),
                        set("links", links),
                        set("isEnabled", isEnabled),
                        set("updatedAt", updatedAt)))
                .emitting(new CallerChanged(Scope.CREDENTIAL, id, null));
    }

    static Uni<@Nullable WidgetDocument> remove(Tx tx, String id) {
        return widgets()
                .of(tx.community())
                .change(tx, id)
                .deletingAndEmitting(new CallerChanged(Scope.CREDENTIAL, id, null));
    }

    static Uni<@Nullable WidgetDocument> find(Tx tx, CommunityId community, String id) {
        return widgets().of(community).find(tx, id);
    }

    /** The oldest first. */
    static Uni<Page<WidgetDocument>> page(Tx tx, CommunityId community, PageRequest page) {
        return widgets().of(community).page(tx, empty(), ascending("createdAt"), page);
    }

    /** The oldest first; a community has at most 100. */
    static Uni<List<WidgetDocument>> enabled(Tx tx, CommunityId community) {
        return widgets()
                .of(community)
                .list(tx, eq("isEnabled", true), ascending("createdAt"), 0)
                .collect()
                .asList();
    }

    static Uni<Long> count(Tx tx) {
        return widgets().in(tx).count();
    }

    /** By id alone, for its page: everybody may see that it is there. */
    static Uni<@Nullable WidgetDocument> shown(Tx tx, String id) {
        return tx.find(widgets().ofAllCommunities(), and(eq("_id", id), eq("isEnabled", true)));
    }

    /** The first of a type in a community, for its page. */
    static Uni<@Nullable WidgetDocument> shown(Tx tx, String communityId, WidgetType type) {
        return tx.find(
                widgets().ofAllCommunities(),
                and(eq("communityId", communityId), eq("type", type), eq("isEnabled", true)));
    }

    /** One for pages whose visitors nobody knows. */
    static Uni<@Nullable WidgetDocument> forVisitors(Tx tx, String communityId, WidgetType type) {
        return tx.find(
                widgets().ofAllCommunities(),
                and(
                        eq("communityId", communityId),
                        eq("type", type),
                        eq("auth", WidgetAuth.ATTRIBUTE),
                        eq("isEnabled", true)));
    }

    /** Whether any community shows a widget on a site. */
    static Uni<Boolean> isOrigin(Tx tx, String origin) {
        return tx.count(widgets().ofAllCommunities(), and(eq("origins", origin), eq("isEnabled", true)), 1)
                .map(count -> count > 0);
    }

    static Uni<Void> buildIndexes() {
        return widgets()
                .createIndex(ascending("communityId", "createdAt", "_id"))
                .chain(() -> widgets().createIndex(ascending("origins")));
    }

    private static TenantCollection.All<WidgetDocument> widgets() {
        return TenantCollection.all(mongoCollection());
    }
}
