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
@Schema(examples = """
        {"store": {"_id": "66b1f0e9a4d3e5f60718293b", "communityID": "66b1f0e9a4d3e5f60718293b", "isEnabled": true,
                   "title": "Rook shop", "description": "Rewards for regulars", "cover": {"type": "color", "value": "#3EA1FD"},
                   "currency": {"name": "Coins", "symbol": "C"}, "widgetID": null, "widget": {"isEnabled": false},
                   "createdAt": "2026-03-10T16:15:50.123Z", "updatedAt": "2026-03-10T16:15:51.456Z"},
         "categories": [{"_id": "66b1f3d1a4d3e5f607182950", "communityID": "66b1f0e9a4d3e5f60718293b", "name": "Vouchers",
                         "description": "Codes of our partners", "image": null, "order": 1,
                         "createdAt": "2026-03-10T16:15:50.123Z", "updatedAt": "2026-03-10T16:15:50.123Z"}],
         "products": [], "balance": 40}""")
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
