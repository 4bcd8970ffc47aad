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

/**
 * What is changed of a product; what is left out stays as it is.
 *
 * @param productID names the product where several are changed in one call
 */
@Schema(examples = """
        {"productID": "66b1f3e5a4d3e5f607182951", "price": 90, "stocks": 25}""")
public record ProductChange(
        @Schema(description = "`_id` of the product, where several are changed") @ObjectId @Nullable
        String productID,

        Patch<@NotBlank @DisplayName @Size(max = 200) String> name,
        Patch<@DisplayText @Size(max = 10_000) String> description,
        Patch<@WebUrl @Size(max = 2_048) @Nullable String> image,
        @Schema(description = "In coins") Patch<@NotNull @Min(0) @Max(MOST_COINS) Long> price,
        @Schema(description = "`_id` of a category") Patch<@ObjectId @Nullable String> category,

        @Schema(description = "Pieces left; null: no end of them")
        Patch<@Min(0) @Max(MOST_PIECES) @Nullable Long> stocks,

        Patch<@Min(0) @Max(MOST_COINS) @Nullable Long> discountPrice,
        Patch<Boolean> isDiscountEnabled,
        Patch<@Nullable Instant> discountStartDate,
        Patch<@Nullable Instant> discountEndDate,

        @Schema(description = "What a buyer has to tell") Patch<@Valid UserInformation> userInformation,

        @Schema(description = "Whether vouchers that expire first are handed out first")
        Patch<Boolean> shouldPrioritiesExpiringVouchers,

        @Schema(description = "Whether members see how many pieces are left")
        Patch<Boolean> shouldDisplayRemainingQuantity,

        Patch<@Valid VoucherHighlight> expiringVoucherHighlight,
        Patch<Boolean> isArchived,

        @Schema(description = "Shown to buyers with their order")
        Patch<@DisplayText @Size(max = 10_000) @Nullable String> redemptionInstructions,

        @Schema(description = "`_id`s of the roles that may buy it, where access is limited")
        Patch<@Size(max = 250) List<@NotNull @ObjectId String>> productPermission,

        @Schema(description = "Whether only the roles of `productPermission` may see and buy it")
        Patch<Boolean> isProductAccessEnabled,

        Patch<@Valid StatusOverride> purchaseStatusOverride,

        @Schema(description = "When vouchers expire that are added without a date of their own")
        Patch<@Nullable Instant> voucherExpireDate,

        @Schema(description = "Prices of roles and tags; a buyer pays the lowest that applies")
        Patch<@Size(max = 250) List<@Valid @NotNull SpecialPrice>> prices,

        @Schema(description = "How much of it one member may buy")
        Patch<@Valid @Nullable MemberLimit> limit) {

    static final long MOST_COINS = 1_000_000_000_000L;
    static final long MOST_PIECES = 1_000_000_000L;
}
