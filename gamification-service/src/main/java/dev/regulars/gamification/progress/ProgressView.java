package dev.regulars.gamification.progress;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.regulars.gamification.badge.BadgeView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far a member has come. */
@Schema(examples = """
        {"tier": {"name": "Silver", "level": 1, "xp": 120, "next": "Gold", "nextXp": 1000},
         "badges": [{"title": "Helper", "action": "custom", "quantity": "1", "description": "Answers questions",
           "attachRequired": "false", "awarded": "true", "id": "1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed", "image": null}], "streaks": [],
         "milestones": [], "referrals": {"activity": {"coinsEarned": 0, "xpEarned": 0, "totalReferrals": 0, "inProgress": 0,
           "completed": 0}, "referees": []}}""")
record ProgressView(
        TierProgress tier,
        List<BadgeView> badges,
        @Schema(description = "Empty until streaks exist") List<String> streaks,

        @Schema(description = "Empty until milestones exist")
        List<String> milestones,

        @Schema(description = "Empty until referrals exist") Referrals referrals) {

    /** The tier of a member, and how far the next one is. */
    record TierProgress(
            @Nullable @Schema(description = "Absent below the lowest tier")
            String name,

            @Schema(description = "0 below the lowest tier") int level,
            @Schema(description = "XP that was earned") long xp,

            @Nullable @Schema(description = "Name of the next tier")
            String next,

            @JsonProperty("nextXp") @Nullable @Schema(description = "From which XP on the next tier is reached")
            Long nextXp) {}

    /** Whom a member has invited. */
    record Referrals(Activity activity, List<String> referees) {

        /** What came of it. */
        record Activity(long coinsEarned, long xpEarned, long totalReferrals, long inProgress, long completed) {}

        static final Referrals NONE = new Referrals(new Activity(0, 0, 0, 0, 0), List.of());
    }
}
