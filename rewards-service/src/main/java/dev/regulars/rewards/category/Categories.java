package dev.regulars.rewards.category;

import static dev.regulars.rewards.RewardsError.CATEGORY_LIMIT;
import static dev.regulars.web.refusal.Refusal.orNotFound;
import static java.util.Objects.requireNonNullElse;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.rewards.category.CategoryBody.CategoryPatch;
import dev.regulars.rewards.listing.ListQuery;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import dev.regulars.web.value.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The categories of a store. */
@ApplicationScoped
public class Categories {

    private static final int MOST = 200;

    private final Outbox outbox;
    private final Clock clock;

    Categories(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    Uni<CategoryView> create(Tx tx, CategoryBody body) {
        return CategoryDocument.count(tx, tx.community())
                .invoke(Categories::checkLimit)
                .chain(() -> drafted(tx.community(), body).create(tx))
                .map(CategoryView::of);
    }

    Uni<CategoryView> update(Tx tx, String id, CategoryPatch patch) {
        return CategoryDocument.find(tx, tx.community(), id)
                .plug(orNotFound("category", id))
                .invoke(category -> change(category, patch))
                .chain(category -> category.store(tx).plug(orNotFound("category", id)))
                .map(CategoryView::of);
    }

    /** Products keep the id, which then names nothing. */
    Uni<CategoryView> delete(Tx tx, String id) {
        return CategoryDocument.remove(tx, tx.community(), id)
                .plug(orNotFound("category", id))
                .map(CategoryView::of);
    }

    public Uni<CategoryView> read(CommunityId community, String id) {
        return CategoryDocument.find(outbox.alone(), community, id)
                .plug(orNotFound("category", id))
                .map(CategoryView::of);
    }

    /** All of them in their order. */
    public Uni<List<CategoryView>> all(CommunityId community) {
        return CategoryDocument.list(outbox.alone(), community)
                .map(all -> all.stream().map(CategoryView::of).toList());
    }

    /** @param among ids, where not all categories are meant */
    public Uni<Page<CategoryView>> page(
            CommunityId community, ListQuery query, @Nullable Collection<String> among, PageRequest page) {
        var listing = query.listing(CategoryDocument.SORTABLE, CategoryDocument.FILTERABLE);
        return CategoryDocument.page(outbox.alone(), community, listing, among, page)
                .map(found -> found.map(CategoryView::of));
    }

    private CategoryDocument drafted(CommunityId community, CategoryBody body) {
        var category = new CategoryDocument();
        category.id = Ids.next();
        category.communityId = community;
        category.name = body.name();
        category.description = requireNonNullElse(body.description(), "");
        category.image = body.image();
        category.order = requireNonNullElse(body.order(), 0);
        category.createdAt = clock.instant();
        category.updatedAt = category.createdAt;
        return category;
    }

    private void change(CategoryDocument category, CategoryPatch patch) {
        category.name = requireNonNullElse(patch.name().orElse(category.name), category.name);
        category.description = requireNonNullElse(patch.description().orElse(category.description), "");
        category.image = patch.image().orElse(category.image);
        category.order = requireNonNullElse(patch.order().orElse(category.order), category.order);
        category.updatedAt = clock.instant();
    }

    private static void checkLimit(long categories) {
        if (categories >= MOST) {
            throw CATEGORY_LIMIT.because("has " + categories);
        }
    }
}
