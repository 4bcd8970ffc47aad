package dev.regulars.rewards.product;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.regulars.web.validation.ObjectId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Parts of a product that are the same in requests, answers and the database (contract §3.12). */
public final class ProductParts {

    private ProductParts() {}

    /** What a buyer has to tell. */
    public record UserInformation(
            @JsonProperty("isEnabled") boolean isEnabled,
            boolean shouldCollectName,
            boolean shouldCollectPhone,
            boolean shouldCollectAddress) {

        static final UserInformation NONE = new UserInformation(false, false, false, false);
    }

    /** From when on a voucher that will expire is highlighted. */
    public record VoucherHighlight(
            @JsonProperty("isEnabled") boolean isEnabled,

            @Schema(description = "How many of `timeframe` before it expires") @Min(0) @Max(1_000)
            int duration,

            @Schema(description = "`days`, `weeks` or `months`") @NotNull @Size(max = 10)
            String timeframe) {

        static final VoucherHighlight NONE = new VoucherHighlight(false, 0, "days");
    }

    /** The status of new orders, where it is not that of the community. */
    public record StatusOverride(
            @JsonProperty("isEnabled") boolean isEnabled,

            @Schema(description = "`_id` of a redemption status") @ObjectId @Nullable
            String status) {

        static final StatusOverride NONE = new StatusOverride(false, null);
    }

    /** A price for those who have the role, the tag, or, where both are named, both. */
    public record SpecialPrice(
            @Schema(description = "`_id` of a role") @ObjectId @Nullable
            String role,

            @Schema(description = "A tag of members") @Size(min = 1, max = 100) @Nullable
            String tag,

            @Schema(description = "In coins") @Min(0) @Max(1_000_000_000_000L)
            long price) {}

    /** How much of the product one member may buy: `count` pieces, in any `days` days where these are named. */
    public record MemberLimit(
            @Min(1) @Max(1_000) int count,

            @Schema(description = "Absent: for ever") @Min(1) @Max(3_650) @Nullable
            Integer days) {}
}
