package dev.regulars.gamification.wheel;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.regulars.gamification.wheel.draw.Prize;
import dev.regulars.web.validation.DisplayName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The wheel as admins have it (contract §3.17). */
final class WheelSettings {

    private static final String STOCK =
            "How often the prize can be won in all, counted over all versions; absent: any number of times";
    private static final String FALLBACK =
            "Label of the prize that is given instead once the stock is used up; required with a stock";

    private WheelSettings() {}

    /** What is set. */
    @Schema(examples = """
            {"isEnabled": true, "prizes": [
              {"label": "Jackpot", "weight": 1, "changes": {"coins": 1000}, "stock": 3, "fallback": "Small prize"},
              {"label": "Small prize", "weight": 19, "changes": {"coins": 10}}, {"label": "Nothing", "weight": 80}]}""")
    record WheelBody(
            @Nullable @Schema(description = "Whether members can spin; absent: as before")
            Boolean isEnabled,

            @Size(max = 50)
            @Nullable
            @Schema(description = "All sectors of the wheel, in their order; absent: as before")
            List<@Valid @NotNull PrizeBody> prizes) {

        @Nullable
        List<Prize> parsed() {
            return prizes == null
                    ? null
                    : prizes.stream().map(PrizeBody::parsed).toList();
        }
    }

    /** A sector. */
    record PrizeBody(
            @NotBlank @DisplayName @Size(max = 50) @Schema(description = "Unique in the wheel")
            String label,

            @NotNull
            @Min(0)
            @Max(1_000_000_000)
            @Schema(description = "The prize is drawn with the probability weight / sum of all weights")
            Long weight,

            @Size(max = 10) @Nullable @Schema(description = "By unit: what the winner gets; absent: nothing")
            Map<String, @NotNull Long> changes,

            @Min(0) @Max(1_000_000_000) @Nullable @Schema(description = STOCK)
            Long stock,

            @Size(max = 50) @Nullable @Schema(description = FALLBACK)
            String fallback) {

        Prize parsed() {
            return new Prize(label, weight, requireNonNullElse(changes, Map.of()), stock, fallback);
        }
    }

    /** What is answered. */
    @Schema(examples = """
            {"isEnabled": true, "weightsVersion": 1, "prizes": [
              {"label": "Jackpot", "weight": 1, "changes": {"coins": 1000}, "stock": 3, "fallback": "Small prize", "won": 0},
              {"label": "Small prize", "weight": 19, "changes": {"coins": 10}}, {"label": "Nothing", "weight": 80, "changes": {}}]}""")
    record WheelView(
            boolean isEnabled,

            @Schema(description = "Counts the changes of the prizes; each spin names it")
            long weightsVersion,

            List<PrizeView> prizes) {

        static WheelView of(WheelDocument wheel, Map<String, Long> won) {
            return new WheelView(
                    wheel.isEnabled,
                    wheel.weightsVersion,
                    wheel.prizes.stream().map(prize -> PrizeView.of(prize, won)).toList());
        }
    }

    /** A sector. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PrizeView(
            String label,
            long weight,

            @Schema(description = "By unit: what the winner gets")
            Map<String, Long> changes,

            @Nullable @Schema(description = STOCK) Long stock,
            @Nullable @Schema(description = FALLBACK) String fallback,

            @Nullable @Schema(description = "How often it was won, where there is a stock")
            Long won) {

        static PrizeView of(Prize prize, Map<String, Long> won) {
            return new PrizeView(
                    prize.label(),
                    prize.weight(),
                    prize.changes(),
                    prize.stock(),
                    prize.fallback(),
                    prize.stock() == null ? null : won.getOrDefault(prize.label(), 0L));
        }
    }
}
