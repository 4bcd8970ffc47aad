package dev.regulars.community.server;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.IndexOptions;
import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.events.DomainEvent;
import dev.regulars.events.community.CommunityEvent.AccessChanged;
import dev.regulars.events.community.CommunityEvent.CurrencyChanged;
import dev.regulars.events.community.CommunityEvent.ServerChanged;
import dev.regulars.events.community.CommunityEvent.ServerCreated;
import dev.regulars.events.community.CommunityEvent.ServerDomainLost;
import dev.regulars.events.community.CommunityEvent.ServerTransferred;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** A community; the one place that says who owns it. Its id is the tenant everywhere. */
@MongoEntity(collection = "servers")
public class ServerDocument extends ReactivePanacheMongoEntityBase {

    static final String URI_INDEX = "uri_of_the_living";
    static final String DOMAIN_INDEX = "domain_of_the_living";

    /** What strangers see of a community. */
    public record Preview(
            boolean isEnabled,
            @Nullable String title,
            @Nullable String description,
            @Nullable String image) {}

    @BsonId
    public String id;

    /** The same id, as the tenant that it is. */
    public CommunityId communityId;

    public long number;
    public String ownerId;
    public String ownerUserId;
    public String name;
    public @Nullable String uri;
    public @Nullable String domain;
    /** {@code dns} or {@code admin}; absent where nobody has shown that the domain is the community's. */
    public @Nullable String domainProof;

    public @Nullable Instant domainProvenAt;
    /** The value of the DNS record that proved it: it stays good when the master key that made it is gone. */
    public @Nullable String domainRecord;
    /** When a domain that DNS proved is looked up again. */
    public @Nullable Instant domainCheckAt;
    /** Look-ups in a row without its record. */
    public int domainMisses;

    public @Nullable String description;
    public @Nullable String image;
    public String timezone;
    public String language;
    public int visitWindowMinutes;
    public @Nullable String identifierField;
    public List<String> corsOrigins;
    /** Requests a minute by kind of caller; absent: as the installation allows. */
    public @Nullable Map<String, Integer> limits;

    public int pendingDays;
    public int expiryDays;
    public @Nullable Map<String, Long> floors;
    public @Nullable Preview preview;
    public boolean membersListVisible;
    public boolean guestModeEnabled;
    public Instant createdAt;
    public Instant updatedAt;
    /** Kept by the outbox; read here only. */
    public Version version;

    Uni<ServerDocument> create(Tx tx) {
        var created = new ServerCreated(id, ownerId, name, timezone);
        communityId = created.community();
        return tx.insert(servers().ofAllCommunities(), this, created);
    }

    /** Stores when coins can be spent and what members have at least. */
    Uni<@Nullable ServerDocument> storeCurrency(Tx tx) {
        return tx.change(servers().ofAllCommunities(), eq("_id", id))
                .by(combine(set("pendingDays", pendingDays), set("expiryDays", expiryDays), set("floors", floors)))
                .emitting(new CurrencyChanged(id, pendingDays, expiryDays, floors == null ? Map.of() : floors));
    }

    /** Stores whose pages may call the API, and how often it may be called. */
    Uni<@Nullable ServerDocument> storeAccess(Tx tx) {
        return tx.change(servers().ofAllCommunities(), eq("_id", id))
                .by(combine(set("corsOrigins", corsOrigins), set("limits", limits)))
                .emitting(new AccessChanged(id, corsOrigins, limits == null ? Map.of() : limits));
    }

    /**
     * Stores what this copy was changed to; empty where the community is gone. For transactions.
     *
     * @param lostDomain a proven one that it had before; absent where it keeps it
     */
    Uni<@Nullable ServerDocument> store(Tx tx, @Nullable String lostDomain) {
        var changed = new ServerChanged(id, name, timezone, language, identifierField);
        DomainEvent[] events = lostDomain == null
                ? new DomainEvent[] {changed}
                : new DomainEvent[] {changed, new ServerDomainLost(id, lostDomain)};
        return tx.change(servers().ofAllCommunities(), eq("_id", id))
                .by(combine(
                        set("name", name),
                        text("uri", uri),
                        text("domain", domain),
                        set("description", description),
                        set("image", image),
                        set("timezone", timezone),
                        set("language", language),
                        set("visitWindowMinutes", visitWindowMinutes),
                        set("identifierField", identifierField),
                        set("preview", preview),
                        set("membersListVisible", membersListVisible),
                        set("guestModeEnabled", guestModeEnabled),
                        lostDomain == null
                                ? combine()
                                : combine(unset("domainProof"), unset("domainProvenAt"), unset("domainCheckAt")),
                        set("updatedAt", updatedAt)))
                .emitting(events);
    }

    /** Unique where it is there, so it must not be there as null. */
    private static Bson text(String field, @Nullable String value) {
        return value == null ? combine() : set(field, value);
    }

    /** Empty where somebody else is the owner. */
    Uni<@Nullable ServerDocument> transfer(Tx tx, String from, String to, String toUserId, Instant now) {
        return tx.change(servers().ofAllCommunities(), eq("_id", id))
                .when(eq("ownerId", from))
                .by(combine(set("ownerId", to), set("ownerUserId", toUserId), set("updatedAt", now)))
                .emitting(new ServerTransferred(id, to, from));
    }

    public static Uni<@Nullable ServerDocument> find(Tx tx, CommunityId community) {
        return find(tx, community.id());
    }

    /** For somebody who is not in it yet. */
    public static Uni<@Nullable ServerDocument> find(Tx tx, String id) {
        return tx.find(servers().ofAllCommunities(), eq("_id", id));
    }

    /** Those that an account owns, and these; the oldest first. */
    static Uni<List<ServerDocument>> ownedOrAmong(Tx tx, String ownerId, Collection<String> ids) {
        return tx.list(
                        servers().ofAllCommunities(),
                        or(eq("ownerId", ownerId), in("_id", ids)),
                        new FindOptions().sort(ascending("number")))
                .collect()
                .asList();
    }

    static Uni<Long> countOf(Tx tx, String ownerId) {
        return tx.count(servers().ofAllCommunities(), eq("ownerId", ownerId));
    }

    public static Uni<Void> buildIndexes() {
        return unique("uri", URI_INDEX)
                .chain(() -> unique("domain", DOMAIN_INDEX))
                .chain(() -> servers()
                        .createIndex(
                                ascending("domainCheckAt"),
                                new IndexOptions().partialFilterExpression(exists("domainCheckAt"))))
                .chain(() -> servers().createIndex(ascending("ownerId")));
    }

    private static Uni<Void> unique(String field, String name) {
        Bson living = and(eq("deleted", false), exists(field));
        return servers()
                .createIndex(
                        ascending(field),
                        new IndexOptions().name(name).unique(true).partialFilterExpression(living))
                .replaceWithVoid();
    }

    public static TenantCollection.All<ServerDocument> servers() {
        return TenantCollection.all(mongoCollection());
    }
}
