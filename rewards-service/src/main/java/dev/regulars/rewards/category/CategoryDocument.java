package dev.regulars.rewards.category;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.rewards.listing.Listing;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** A category of products. */
@MongoEntity(collection = "categories")
public class CategoryDocument extends ReactivePanacheMongoEntityBase {

    static final List<String> SORTABLE = List.of("order", "name", "createdAt", "updatedAt");
    static final List<String> FILTERABLE = List.of("name");

    @BsonId
    public String id;

    public CommunityId communityId;
    public String name;
    public String description;
    public @Nullable String image;
    public int order;
    public Instant createdAt;
    public Instant updatedAt;

    Uni<CategoryDocument> create(Tx tx) {
        return categories().of(communityId).insert(tx, this);
    }

    /** Stores what this copy was changed to; empty where the category is gone. */
    Uni<@Nullable CategoryDocument> store(Tx tx) {
        return categories()
                .of(communityId)
                .change(tx, id)
                .by(combine(
                        set("name", name),
                        set("description", description),
                        set("image", image),
                        set("order", order),
                        set("updatedAt", updatedAt)))
                .withoutEvent();
    }

    static Uni<@Nullable CategoryDocument> remove(Tx tx, CommunityId community, String id) {
        return categories().of(community).change(tx, id).removing();
    }

    static Uni<@Nullable CategoryDocument> find(Tx tx, CommunityId community, String id) {
        return categories().of(community).find(tx, id);
    }

    /** All of them in their order. */
    static Uni<List<CategoryDocument>> list(Tx tx, CommunityId community) {
        return categories()
                .of(community)
                .list(tx, empty(), ascending("order", "_id"), 0)
                .collect()
                .asList();
    }

    /** @param among ids, where not all categories are meant */
    static Uni<Page<CategoryDocument>> page(
            Tx tx, CommunityId community, Listing listing, @Nullable Collection<String> among, PageRequest page) {
        Bson named = listing.search() == null ? empty() : regex("name", Pattern.quote(listing.search()), "i");
        Bson filtered = listing.filter() == null
                ? empty()
                : eq(listing.filter().member(), listing.filter().value());
        Bson order = listing.ascending() ? ascending(listing.sortBy()) : descending(listing.sortBy());
        return categories()
                .of(community)
                .page(tx, and(named, filtered, among == null ? empty() : in("_id", among)), order, page);
    }

    static Uni<Long> count(Tx tx, CommunityId community) {
        return categories().of(community).count(tx, empty());
    }

    public static Uni<Void> buildIndexes() {
        return categories().createIndex(ascending("communityId", "order"));
    }

    private static TenantCollection.All<CategoryDocument> categories() {
        return TenantCollection.all(mongoCollection());
    }
}
