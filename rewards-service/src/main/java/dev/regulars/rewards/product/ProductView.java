package dev.regulars.rewards.product;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.regulars.rewards.product.ProductParts.MemberLimit;
import dev.regulars.rewards.product.ProductParts.StatusOverride;
import dev.regulars.rewards.product.ProductParts.UserInformation;
import dev.regulars.rewards.product.ProductParts.VoucherHighlight;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A product as the API shows it (contract §3.12); members do not see what only managers need. */
@JsonInclude(Include.NON_NULL)
@Schema(examples = """
        {"_id": "66b1f3e5a4d3e5f607182951", "communityID": "66b1f0e9a4d3e5f60718293b", "name": "Chess clock",
         "description": "Wood, with a lever", "image": null, "price": 100, "category": null, "stocks": 10,
         "discountPrice": null, "isDiscountEnabled": false, "discountStartDate": null, "discountEndDate": null,
         "userInformation": {"isEnabled": false, "shouldCollectName": false, "shouldCollectPhone": false,
           "shouldCollectAddress": false},
         "shouldPrioritiesExpiringVouchers": false, "shouldDisplayRemainingQuantity": true,
         "expiringVoucherHighlight": {"isEnabled": false, "duration": 0, "timeframe": "days"}, "isArchived": false,
         "totalOrders": 0, "productPermission": [], "isProductAccessEnabled": false,
         "purchaseStatusOverride": {"isEnabled": false, "status": null}, "vouchers": 0, "voucherExpireDate": null,
         "prices": [], "limit": {"count": 2, "days": 30}, "createdAt": "2026-03-10T16:15:50.123Z",
         "updatedAt": "2026-03-10T16:15:50.123Z"}""")
public record ProductView(
        String _id,
        String communityID,
        String name,
        String description,
        @JsonInclude(Include.ALWAYS) @Nullable String image,
        @Schema(description = "In coins") long price,

        @JsonInclude(Include.ALWAYS) @Schema(description = "`_id` of a category") @Nullable
        String category,

        @JsonInclude(Include.ALWAYS)
        @Schema(description = "Pieces left; null where there is no end of them, or members are not to see it")
        @Nullable
        Long stocks,

        @JsonInclude(Include.ALWAYS) @Nullable Long discountPrice,
        @JsonProperty("isDiscountEnabled") boolean isDiscountEnabled,
        @JsonInclude(Include.ALWAYS) @Nullable Instant discountStartDate,
        @JsonInclude(Include.ALWAYS) @Nullable Instant discountEndDate,

        @Schema(description = "What a buyer has to tell") UserInformation userInformation,

        @Schema(description = "Whether vouchers that expire first are handed out first")
        boolean shouldPrioritiesExpiringVouchers,

        @Schema(description = "Whether members see how many pieces are left")
        boolean shouldDisplayRemainingQuantity,

        VoucherHighlight expiringVoucherHighlight,
        @JsonProperty("isArchived") boolean isArchived,

        @Schema(description = "Confirmed orders; for managers") @Nullable
        Long totalOrders,

        @Schema(description = "Shown to buyers with their order; for managers") @Nullable
        String redemptionInstructions,

        @Schema(description = "`_id`s of the roles that may buy it, where access is limited; for managers") @Nullable
        List<String> productPermission,

        @Schema(description = "Whether only some roles may see and buy it") @JsonProperty("isProductAccessEnabled")
        boolean isProductAccessEnabled,

        @Schema(description = "The status of new orders, where it is not that of the community; for managers") @Nullable
        StatusOverride purchaseStatusOverride,

        @Schema(description = "How many codes are left; for managers") @Nullable
        Long vouchers,

        @JsonInclude(Include.ALWAYS) @Schema(description = "When vouchers without a date of their own expire") @Nullable
        Instant voucherExpireDate,

        @Schema(description = "Prices of roles and tags; for managers") @Nullable
        List<SpecialPriceView> prices,

        @JsonInclude(Include.ALWAYS) @Schema(description = "How much of it one member may buy") @Nullable
        MemberLimit limit,

        @Schema(description = "What the caller pays for a piece; for members") @Nullable
        Long currentPrice,

        @Schema(description = "Whether there are pieces left; for members") @JsonProperty("isAvailable") @Nullable
        Boolean isAvailable,

        Instant createdAt,
        Instant updatedAt) {

    /**
     * A price of a role or tag.
     *
     * @param missing the role is deleted: nobody pays this price
     */
    public record SpecialPriceView(
            @Schema(description = "`_id` of a role") @Nullable
            String role,

            @Schema(description = "A tag of members") @Nullable
            String tag,

            @Schema(description = "In coins") long price,

            @Schema(description = "Whether the role is deleted")
            boolean missing) {}
}
