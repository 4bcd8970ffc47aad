package dev.regulars.rewards.storefront;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.regulars.rewards.category.CategoryView;
import dev.regulars.rewards.product.ProductView;
import dev.regulars.rewards.store.StoreView;
import dev.regulars.web.http.Tagged;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The store as one member sees it (contract §3.17). */
@Schema
record StorePage(
        StoreView store,
        List<CategoryView> categories,

        @Schema(description = "What is for sale to the member, at the member's price")
        List<ProductView> products,

        @Schema(description = "The member's coins; null while the ledger cannot be reached") @Nullable
        Long balance,

        @JsonIgnore String tag)
        implements Tagged {

    @Override
    @JsonIgnore
    public String etag() {
        return tag;
    }
}
