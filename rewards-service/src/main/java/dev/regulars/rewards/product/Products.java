package dev.regulars.rewards.product;

import static dev.regulars.rewards.RewardsError.PRODUCT_LIMIT;
import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.rewards.listing.ListQuery;
import dev.regulars.rewards.member.Members;
import dev.regulars.rewards.member.Standing;
import dev.regulars.rewards.product.body.NewProduct;
import dev.regulars.rewards.product.body.ProductChange;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The products of a store. */
@ApplicationScoped
public class Products {

    private static final int MOST = 10_000;

    private final Members members;
    private final ProductViews views;
    private final Outbox outbox;
    private final Clock clock;

    Products(Members members, ProductViews views, Outbox outbox, Clock clock) {
        this.members = members;
        this.views = views;
        this.outbox = outbox;
        this.clock = clock;
    }

    Uni<ProductView> create(Tx tx, NewProduct body) {
        return ProductDocument.count(tx, tx.community())
                .invoke(Products::checkLimit)
                .map(count -> ProductChanges.apply(
                        ProductChanges.blank(tx.community(), clock.instant()), body.asChange(), clock.instant()))
                .chain(product -> product.create(tx))
                .chain(product -> views.view(tx.community(), product, null));
    }

    Uni<ProductView> update(Tx tx, String id, ProductChange change) {
        if (change.productID() != null && !change.productID().equals(id)) {
            throw Refusal.invalid("productID", "must be that of the path");
        }
        return change(tx, id, change).chain(product -> views.view(tx.community(), product, null));
    }

    /** All or, where one of them cannot be changed, none. */
    Uni<List<ProductView>> updateAll(Tx tx, List<ProductChange> changes) {
        return Multi.createFrom()
                .iterable(changes)
                .onItem()
                .transformToUniAndConcatenate(change -> {
                    if (change.productID() == null) {
                        throw Refusal.invalid("productID", "is required");
                    }
                    return change(tx, change.productID(), change);
                })
                .collect()
                .asList()
                .chain(products -> views.views(tx.community(), products, null));
    }

    Uni<ProductView> archive(Tx tx, String id) {
        return ProductDocument.archive(tx, tx.community(), id, clock.instant())
                .plug(orNotFound("product", id))
                .chain(product -> views.view(tx.community(), product, null));
    }

    /** @param accountId of a member, who finds what is for sale to them; absent for managers */
    Uni<ProductView> read(CommunityId community, String id, @Nullable String accountId) {
        return ProductDocument.find(outbox.alone(), community, id)
                .plug(orNotFound("product", id))
                .chain(product -> viewer(community, accountId).chain(viewer -> {
                    if (viewer != null && (product.archived || !Prices.isForSaleTo(product, viewer))) {
                        throw Refusal.notFound("product for this member", id);
                    }
                    return views.view(community, product, viewer);
                }));
    }

    /** @param accountId of a member, who finds what is for sale to them; absent for managers */
    Uni<Page<ProductView>> page(
            CommunityId community, ListQuery query, @Nullable String accountId, PageRequest request) {
        var listing = query.listing(ProductDocument.SORTABLE, ProductDocument.FILTERABLE);
        return viewer(community, accountId)
                .chain(viewer -> ProductDocument.page(outbox.alone(), community, listing, viewer, request)
                        .chain(page -> views.views(community, page.items(), viewer)
                                .map(items -> new Page<>(items, request, page.total(), page.nextCursor()))));
    }

    /** All that is for sale to a member. */
    public Uni<List<ProductView>> offered(CommunityId community, String accountId) {
        Tx tx = outbox.alone();
        return members.standing(tx, community, accountId).chain(member -> ProductDocument.offered(tx, community, member)
                .chain(products -> views.views(community, products, member)));
    }

    private Uni<@Nullable Standing> viewer(CommunityId community, @Nullable String accountId) {
        return accountId == null
                ? Uni.createFrom().nullItem()
                : members.standing(outbox.alone(), community, accountId).map(standing -> standing);
    }

    private Uni<ProductDocument> change(Tx tx, String id, ProductChange change) {
        return ProductDocument.find(tx, tx.community(), id)
                .plug(orNotFound("product", id))
                .map(product -> ProductChanges.apply(product, change, clock.instant()))
                .chain(product -> product.store(tx, change.stocks().isThere()).plug(orNotFound("product", id)));
    }

    private static void checkLimit(long products) {
        if (products >= MOST) {
            throw PRODUCT_LIMIT.because("has " + products);
        }
    }
}
