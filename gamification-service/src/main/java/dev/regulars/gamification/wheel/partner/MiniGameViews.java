package dev.regulars.gamification.wheel.partner;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.regulars.gamification.streak.member.StreakProgress;
import dev.regulars.gamification.wheel.spin.SpinDocument;
import dev.regulars.gamification.wheel.spin.SpinViews.WonPrize;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Mini games as partner systems see them (contract §3.4.3, §3.16). */
final class MiniGameViews {

    private static final String WHEEL = "wheel";

    private MiniGameViews() {}

    /** A game that was played. */
    @Schema(examples = """
            {"_id": "66b1f2a8a4d3e5f607182940", "game": "wheel", "user_id": "66b1f0e9a4d3e5f60718293c", "spins": 1,
             "prize": {"label": "Small prize", "changes": {"coins": 10}}, "createdAt": "2026-03-10T16:15:50.123Z"}""")
    record MiniGameLogView(
            String _id,
            @Schema(description = "wheel") String game,

            @JsonProperty("user_id") @Schema(description = "24 hex digits")
            String userId,

            @Schema(description = "How many were left after it")
            long spins,

            WonPrize prize,
            Instant createdAt) {

        static MiniGameLogView of(SpinDocument spin) {
            return new MiniGameLogView(
                    spin.id, WHEEL, spin.accountId, spin.spinsLeft, WonPrize.of(spin.prize), spin.createdAt);
        }
    }

    /** What a member has at the wheel. */
    record WheelStats(
            long spins,

            @Schema(description = "Days in a row with a spin; today may still be missing")
            long streaks) {}

    /** What a member has in all games. */
    @Schema(examples = """
            {"wheel": {"spins": 3, "streaks": 2},
             "streaks": [{"_id": "66b1f2a8a4d3e5f607182942", "name": "Daily talk", "timeframe": {"value": "daily", "count": 1},
               "date": "2026-04-09", "counted": true, "freeze": false, "count": 3, "best": 12,
               "because": [{"condition": "messages", "wanted": 3, "got": 4}]}]}""")
    record MiniGameStatsView(
            WheelStats wheel,

            @Schema(description = "The streaks of the community, in their order")
            List<StreakProgress> streaks) {}

    /** What a member has after a correction. */
    @Schema(examples = """
            {"wheel": {"spins": 3, "streaks": 2}}""")
    record UpdatedWheelView(WheelStats wheel) {}
}
