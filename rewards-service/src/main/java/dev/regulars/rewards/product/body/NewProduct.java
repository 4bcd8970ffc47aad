package dev.regulars.rewards.product.body;

import dev.regulars.rewards.product.ProductParts.MemberLimit;
import dev.regulars.rewards.product.ProductParts.SpecialPrice;
import dev.regulars.rewards.product.ProductParts.StatusOverride;
import dev.regulars.rewards.product.ProductParts.UserInformation;
import dev.regulars.rewards.product.ProductParts.VoucherHighlight;
import dev.regulars.web.validation.DisplayName;
import dev.regulars.web.validation.DisplayText;
import dev.regulars.web.validation.ObjectId;
import dev.regulars.web.validation.WebUrl;
import dev.regulars.web.value.Patch;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A new product (contract §3.12). */
@Schema(examples = """
        {"name": "Chess clock", "description": "Wood, with a lever", "price": 100, "stocks": 10,
         "shouldDisplayRemainingQuantity": true, "limit": {"count": 2, "days": 30}}""")
public record NewProduct(
        @NotBlank @DisplayName @Size(max = 200) String name,
        @DisplayText @Size(max = 10_000) @Nullable String description,
        @WebUrl @Size(max = 2_048) @Nullable String image,

        @Schema(description = "In coins") @NotNull @Min(0) @Max(ProductChange.MOST_COINS)
        Long price,

        @Schema(description = "`_id` of a category") @ObjectId @Nullable
        String category,

        @Schema(description = "Pieces there are; absent: no end of them")
        @Min(0)
        @Max(ProductChange.MOST_PIECES)
        @Nullable
        Long stocks,

        @Min(0) @Max(ProductChange.MOST_COINS) @Nullable Long discountPrice,
        @Nullable Boolean isDiscountEnabled,
        @Nullable Instant discountStartDate,
        @Nullable Instant discountEndDate,

        @Schema(description = "What a buyer has to tell") @Valid @Nullable
        UserInformation userInformation,

        @Schema(description = "Whether vouchers that expire first are handed out first") @Nullable
        Boolean shouldPrioritiesExpiringVouchers,

        @Schema(description = "Whether members see how many pieces are left") @Nullable
        Boolean shouldDisplayRemainingQuantity,

        @Valid @Nullable VoucherHighlight expiringVoucherHighlight,

        @Schema(description = "Shown to buyers with their order") @DisplayText @Size(max = 10_000) @Nullable
        String redemptionInstructions,

        @Schema(description = "`_id`s of the roles that may buy it, where access is limited") @Size(max = 250) @Nullable
        List<@NotNull @ObjectId String> productPermission,

        @Schema(description = "Whether only the roles of `productPermission` may see and buy it") @Nullable
        Boolean isProductAccessEnabled,

        @Valid @Nullable StatusOverride purchaseStatusOverride,

        @Schema(description = "When vouchers expire that are added without a date of their own") @Nullable
        Instant voucherExpireDate,

        @Schema(description = "Prices of roles and tags; a buyer pays the lowest that applies")
        @Size(max = 250)
        @Nullable
        List<@Valid @NotNull SpecialPrice> prices,

        @Schema(description = "How much of it one member may buy") @Valid @Nullable
        MemberLimit limit) {

    /** As a change of a product that has nothing yet. */
    public ProductChange asChange() {
        return new ProductChange(
                null,
                Patch.to(name),
                there(description),
                there(image),
                Patch.to(price),
                there(category),
                there(stocks),
                there(discountPrice),
                there(isDiscountEnabled),
                there(discountStartDate),
                there(discountEndDate),
                there(userInformation),
                there(shouldPrioritiesExpiringVouchers),
                there(shouldDisplayRemainingQuantity),
                there(expiringVoucherHighlight),
                Patch.absent(),
                there(redemptionInstructions),
                there(productPermission),
                there(isProductAccessEnabled),
                there(purchaseStatusOverride),
                there(voucherExpireDate),
                there(prices),
                there(limit));
    }

    private static <T> Patch<T> there(@Nullable T value) {
        return value == null ? Patch.absent() : Patch.to(value);
    }
}
