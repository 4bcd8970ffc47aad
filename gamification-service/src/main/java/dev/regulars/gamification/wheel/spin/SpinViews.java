package dev.regulars.gamification.wheel.spin;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.regulars.gamification.wheel.WheelDocument;
import dev.regulars.gamification.wheel.draw.Prize;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Spins as members see them (contract §3.17). */
public final class SpinViews {

    private static final String COMMITMENT = "SHA-256 of the server's seed, as text in hex";
    private static final String CHANGES = "By unit: what the winner gets";
    private static final String VERSION = "Counts the changes of the prizes";

    private SpinViews() {}

    /** What the member adds to the draw. */
    @Schema(examples = """
            {"clientSeed": "my lucky number is 7"}""")
    record SpinRequest(
            @Pattern(regexp = "[ -~]{1,128}", message = "must be 1 to 128 printable ASCII characters")
            @Nullable
            @Schema(description = "Any text; the draw depends on it and on the server's seed. Absent: one is chosen")
            String clientSeed) {}

    /** The wheel before a spin. */
    @Schema(examples = """
            {"isEnabled": true, "spins": 2, "weightsVersion": 1,
             "commitment": "5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9",
             "prizes": [{"label": "Small prize", "weight": 20, "changes": {"coins": 10}, "exhausted": false}]}""")
    record PlayerView(
            boolean isEnabled,
            @Schema(description = "How many the member has") long spins,
            @Schema(description = VERSION) long weightsVersion,

            @Schema(description = COMMITMENT + ", of the next spin")
            String commitment,

            List<SectorView> prizes) {}

    /** A prize as members see it. */
    record SectorView(
            String label,

            @Schema(description = "The prize is drawn with the probability weight / sum of all weights")
            long weight,

            @Schema(description = CHANGES) Map<String, Long> changes,

            @Schema(description = "Whether another prize is given instead, since all of these were won")
            boolean exhausted) {

        static List<SectorView> of(WheelDocument wheel, Set<String> outOfStock) {
            return wheel.prizes.stream()
                    .map(prize -> new SectorView(
                            prize.label(), prize.weight(), prize.changes(), outOfStock.contains(prize.label())))
                    .toList();
        }
    }

    /** What a spin brought. */
    @Schema(examples = """
            {"logId": "66b1f2a8a4d3e5f607182940", "prize": {"label": "Small prize", "changes": {"coins": 10}}, "spins": 1}""")
    record SpinView(
            @Schema(description = "Id of the spin, for its proof")
            String logId,

            WonPrize prize,
            @Schema(description = "How many are left") long spins) {

        static SpinView of(SpinDocument spin) {
            return new SpinView(spin.id, WonPrize.of(spin.prize), spin.spinsLeft);
        }
    }

    /** What was won. */
    public record WonPrize(
            String label, @Schema(description = CHANGES) Map<String, Long> changes) {

        public static WonPrize of(Prize prize) {
            return new WonPrize(prize.label(), prize.changes());
        }
    }

    /** All that a spin can be computed again from; docs/verify-spin.py does it. */
    @Schema(examples = """
            {"commitment": "7b66d9e53e9f9e7a4f7ac8f3f4b0d1a5c9a7b3c1d2e3f4a5b6c7d8e9f0a1b2c3",
             "serverSeed": "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0", "clientSeed": "my lucky number is 7",
             "weights": [{"label": "Small prize", "weight": 20, "changes": {"coins": 10}}], "weightsVersion": 1,
             "draw": "a3f5b1c2d4e6f8091a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f7081", "exhausted": [],
             "prize": {"label": "Small prize", "changes": {"coins": 10}}}""")
    record ProofView(
            @Schema(description = COMMITMENT + "; it was shown before the spin")
            String commitment,

            String serverSeed,
            String clientSeed,

            @Schema(description = "All prizes as of that version")
            List<WeightView> weights,

            @Schema(description = VERSION) long weightsVersion,

            @Schema(
                    description = "HMAC-SHA-256 in hex; as a number modulo the sum of all weights, it is a place in the"
                            + " weights")
            String draw,

            @Schema(description = "Prizes that were drawn, or fallen back to, and out of stock; in order")
            List<String> exhausted,

            @Schema(description = "What was given") WonPrize prize) {

        static ProofView of(SpinDocument spin) {
            return new ProofView(
                    spin.commitment,
                    spin.serverSeed,
                    spin.clientSeed,
                    spin.weights.stream().map(WeightView::of).toList(),
                    spin.weightsVersion,
                    spin.draw,
                    spin.exhausted,
                    WonPrize.of(spin.prize));
        }
    }

    /** A prize as the draw knows it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WeightView(
            String label,
            long weight,
            @Schema(description = CHANGES) Map<String, Long> changes,

            @Nullable @Schema(description = "Label of the prize that is given instead, where this one is out of stock")
            String fallback) {

        static WeightView of(Prize prize) {
            return new WeightView(prize.label(), prize.weight(), prize.changes(), prize.fallback());
        }
    }
}
