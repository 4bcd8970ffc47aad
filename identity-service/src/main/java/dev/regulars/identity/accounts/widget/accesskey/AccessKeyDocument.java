package dev.regulars.identity.accounts.widget.accesskey;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.set;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.events.identity.CallerChanged;
import dev.regulars.events.identity.CallerChanged.Scope;
import dev.regulars.identity.accounts.key.KeySecretWrites;
import dev.regulars.identity.accounts.widget.WidgetAuth;
import dev.regulars.identity.accounts.widget.WidgetDocument;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** A widget access key. Only its hash is stored; the key itself is returned once. */
@MongoEntity(collection = "widgetAccessKeys")
public class AccessKeyDocument extends ReactivePanacheMongoEntityBase {

    /** The {@code accessId}. */
    @BsonId
    public String id;

    public CommunityId communityId;
    /** The account that created it. */
    public String accountId;

    public String name;
    public String hash;
    public String masked;
    /** None: all widgets of the community that are used with access keys. */
    public List<String> widgetIds;
    /** The only ones of its widgets' that it can be used on; none: all of them. */
    public List<String> origins;

    public @Nullable Instant expireDate;
    public @Nullable Instant lastUsedAt;
    public Instant createdAt;

    /** Those that its tokens are for. */
    List<WidgetDocument> widgets(List<WidgetDocument> all) {
        return all.stream()
                .filter(widget -> widget.isUsable(WidgetAuth.ACCESS_KEY))
                .filter(widget -> widgetIds.isEmpty() || widgetIds.contains(widget.id))
                .toList();
    }

    Uni<AccessKeyDocument> insert(Tx tx) {
        return keys().of(tx.community()).insert(tx, this);
    }

    /** The oldest first. */
    static Uni<Page<AccessKeyDocument>> page(Tx tx, CommunityId community, PageRequest page) {
        return keys().of(community).page(tx, empty(), ascending("createdAt"), page);
    }

    static Uni<Long> count(Tx tx) {
        return keys().in(tx).count();
    }

    /** Tokens that it was exchanged for end with it. */
    static Uni<@Nullable AccessKeyDocument> remove(Tx tx, String id) {
        return keys().of(tx.community())
                .change(tx, id)
                .deletingAndEmitting(new CallerChanged(Scope.CREDENTIAL, id, null));
    }

    /** Empty for one that is unknown or has expired. */
    static Uni<@Nullable AccessKeyDocument> findValid(Tx tx, String id, Instant now) {
        return tx.find(keys().ofAllCommunities(), and(eq("_id", id), KeySecretWrites.isUnexpired(now)));
    }

    Uni<Void> recordUse(Tx tx, Instant now) {
        return KeySecretWrites.isUnrecorded(lastUsedAt, now)
                ? keys().of(communityId)
                        .change(tx, id)
                        .when(KeySecretWrites.unrecorded(now))
                        .by(set("lastUsedAt", now))
                        .withoutEvent()
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    static Uni<Void> buildIndexes() {
        return keys().createIndex(ascending("communityId", "createdAt", "_id"));
    }

    private static TenantCollection.All<AccessKeyDocument> keys() {
        return TenantCollection.all(mongoCollection());
    }
}
