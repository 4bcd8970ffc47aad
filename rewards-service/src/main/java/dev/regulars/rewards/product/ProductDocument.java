package dev.regulars.rewards.product;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.rewards.listing.Listing;
import dev.regulars.rewards.member.Standing;
import dev.regulars.rewards.product.ProductParts.MemberLimit;
import dev.regulars.rewards.product.ProductParts.SpecialPrice;
import dev.regulars.rewards.product.ProductParts.StatusOverride;
import dev.regulars.rewards.product.ProductParts.UserInformation;
import dev.regulars.rewards.product.ProductParts.VoucherHighlight;
import dev.regulars.rewards.product.stock.Reservation;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** A product, with its stock and who has reserved some of it, so that to take a piece is one write. */
@MongoEntity(collection = "products")
public class ProductDocument extends ReactivePanacheMongoEntityBase {

    static final List<String> SORTABLE = List.of("createdAt", "updatedAt", "name", "price", "stocks", "totalOrders");

    private static final Map<String, String> FIELDS =
            Map.of("category", "category", "name", "name", "isArchived", "archived", "isDiscountEnabled", "discounted");
    static final List<String> FILTERABLE = FIELDS.keySet().stream().sorted().toList();

    @BsonId
    public String id;

    public CommunityId communityId;
    public String name;
    public String description;
    public @Nullable String image;
    public long price;
    public @Nullable String category;
    /** Pieces left; absent where there is no end of them. */
    public @Nullable Long stocks;

    public @Nullable Long discountPrice;
    public boolean discounted;
    public @Nullable Instant discountStart;
    public @Nullable Instant discountEnd;
    public UserInformation userInformation;
    public boolean expiringFirst;
    public boolean remainingShown;
    public VoucherHighlight highlight;
    public boolean archived;
    public long totalOrders;
    public @Nullable String redemptionInstructions;
    public List<String> allowedRoles;
    public boolean accessLimited;
    public StatusOverride statusOverride;
    /** Set with the first voucher: from then on every piece comes with a code. */
    public boolean hasVouchers;

    public @Nullable Instant voucherExpireDate;
    public List<SpecialPrice> prices;
    public @Nullable MemberLimit limit;
    public List<Reservation> reservations;
    public Instant createdAt;
    public Instant updatedAt;

    public Uni<ProductDocument> create(Tx tx) {
        return products().of(communityId).insert(tx, this);
    }

    /**
     * Stores what this copy was changed to; empty where the product is gone.
     *
     * @param stock whether the stock is among it: orders change it at the same time
     */
    public Uni<@Nullable ProductDocument> store(Tx tx, boolean stock) {
        List<Bson> all = new ArrayList<>(List.of(shown(), priced(), sold(), set("updatedAt", updatedAt)));
        if (stock) {
            all.add(set("stocks", stocks));
        }
        return products().of(communityId).change(tx, id).by(combine(all)).withoutEvent();
    }

    private Bson shown() {
        return combine(
                set("name", name),
                set("description", description),
                set("image", image),
                set("category", category),
                set("remainingShown", remainingShown),
                set("highlight", highlight),
                set("archived", archived),
                set("redemptionInstructions", redemptionInstructions));
    }

    private Bson priced() {
        return combine(
                set("price", price),
                set("prices", prices),
                set("discountPrice", discountPrice),
                set("discounted", discounted),
                set("discountStart", discountStart),
                set("discountEnd", discountEnd));
    }

    private Bson sold() {
        return combine(
                set("userInformation", userInformation),
                set("expiringFirst", expiringFirst),
                set("allowedRoles", allowedRoles),
                set("accessLimited", accessLimited),
                set("statusOverride", statusOverride),
                set("voucherExpireDate", voucherExpireDate),
                set("limit", limit));
    }

    static Uni<@Nullable ProductDocument> archive(Tx tx, CommunityId community, String id, Instant now) {
        return products()
                .of(community)
                .change(tx, id)
                .by(combine(set("archived", true), set("updatedAt", now)))
                .withoutEvent();
    }

    public static Uni<@Nullable ProductDocument> withVouchers(Tx tx, CommunityId community, String id) {
        return products()
                .of(community)
                .change(tx, id)
                .by(set("hasVouchers", true))
                .withoutEvent();
    }

    public static Uni<@Nullable ProductDocument> find(Tx tx, CommunityId community, String id) {
        return products().of(community).find(tx, id);
    }

    /** @param viewer sees what is for sale to them only; absent for those who manage the store */
    static Uni<Page<ProductDocument>> page(
            Tx tx, CommunityId community, Listing listing, @Nullable Standing viewer, PageRequest page) {
        Bson named = listing.search() == null ? empty() : regex("name", Pattern.quote(listing.search()), "i");
        Bson order = listing.ascending() ? ascending(listing.sortBy()) : descending(listing.sortBy());
        Bson seen = viewer == null ? empty() : visibleTo(viewer);
        return products().of(community).page(tx, and(named, filter(listing), seen), order, page);
    }

    /** All that is for sale to a member, the oldest first. */
    static Uni<List<ProductDocument>> offered(Tx tx, CommunityId community, Standing member) {
        return products()
                .of(community)
                .list(tx, visibleTo(member), ascending("createdAt", "_id"), 0)
                .collect()
                .asList();
    }

    static Uni<Long> count(Tx tx, CommunityId community) {
        return products().of(community).count(tx, empty());
    }

    private static Bson visibleTo(Standing member) {
        return and(eq("archived", false), or(eq("accessLimited", false), in("allowedRoles", member.roleIds())));
    }

    private static Bson filter(Listing listing) {
        var wanted = listing.filter();
        if (wanted == null) {
            return empty();
        }
        boolean flag = wanted.member().startsWith("is");
        return eq(FIELDS.get(wanted.member()), flag ? Boolean.valueOf(wanted.value()) : wanted.value());
    }

    public static Uni<Void> buildIndexes() {
        return products()
                .createIndex(ascending("communityId", "createdAt"))
                .chain(() -> products().createIndex(ascending("communityId", "category")))
                .chain(() -> products().createIndex(ascending("reservations.at")));
    }

    /** For the writes of its stock. */
    public static TenantCollection.All<ProductDocument> products() {
        return TenantCollection.all(mongoCollection());
    }
}
