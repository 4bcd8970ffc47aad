package dev.regulars.rewards.storefront;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.crypto.Secrets;
import dev.regulars.events.CommunityId;
import dev.regulars.rewards.category.Categories;
import dev.regulars.rewards.category.CategoryView;
import dev.regulars.rewards.ledger.Ledger;
import dev.regulars.rewards.product.ProductView;
import dev.regulars.rewards.product.Products;
import dev.regulars.rewards.store.StoreView;
import dev.regulars.rewards.store.Stores;
import dev.regulars.web.refusal.Refusal;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the store together for one member. */
@ApplicationScoped
class Storefront {

    private static final int TAG_DIGITS = 32;

    private final Stores stores;
    private final Categories categories;
    private final Products products;
    private final Ledger ledger;
    private final ObjectMapper json;

    Storefront(Stores stores, Categories categories, Products products, Ledger ledger, ObjectMapper json) {
        this.stores = stores;
        this.categories = categories;
        this.products = products;
        this.ledger = ledger;
        this.json = json;
    }

    Uni<StorePage> of(CommunityId community, String accountId) {
        return Uni.combine()
                .all()
                .unis(
                        stores.read(community),
                        categories.all(community),
                        products.offered(community, accountId),
                        balance(community, accountId))
                .asTuple()
                .map(parts -> page(parts.getItem1(), parts.getItem2(), parts.getItem3(), parts.getItem4()));
    }

    /** The store can be looked at without it. */
    private Uni<@Nullable Long> balance(CommunityId community, String accountId) {
        return ledger.coins(community, accountId)
                .onFailure(Refusal.class)
                .invoke(away -> Log.warnf("The store is shown without the balance: %s", away.getMessage()))
                .onFailure(Refusal.class)
                .recoverWithNull();
    }

    private StorePage page(
            StoreView store, List<CategoryView> categories, List<ProductView> products, @Nullable Long balance) {
        try {
            String whole = json.writeValueAsString(Arrays.asList(store, categories, products, balance));
            String tag = Secrets.hash(whole).substring(0, TAG_DIGITS);
            return new StorePage(store, categories, products, balance, tag);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The store cannot be written as JSON", e);
        }
    }
}
