package dev.regulars.gamification.progress;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.regulars.gamification.badge.BadgeView;
import dev.regulars.gamification.milestone.MemberMilestoneView;
import dev.regulars.gamification.referral.SummaryView;
import dev.regulars.gamification.streak.member.StreakProgress;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far a member has come. */
@Schema(examples = """
        {"tier": {"name": "Silver", "level": 1, "xp": 120, "next": "Gold", "nextXp": 1000},
         "badges": [{"title": "Helper", "action": "custom", "quantity": "1", "description": "Answers questions",
           "attachRequired": "false", "awarded": "true", "id": "1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed", "image": null}],
         "streaks": [{"_id": "66b1f2a8a4d3e5f607182942", "name": "Daily talk", "timeframe": {"value": "daily", "count": 1},
           "date": "2026-04-09", "counted": true, "freeze": false, "count": 3, "best": 12,
           "because": [{"condition": "messages", "wanted": 3, "got": 4}]}],
         "milestones": [{"_id": "66b1f2a8a4d3e5f607182950", "name": "A thousand words", "description": null, "unit": "messages",
           "target": 100, "progress": 37, "completedAt": null}],
         "referrals": {"user": {"id": "66b1f0e9a4d3e5f60718293c", "userId": "42", "email": "ana@example.com", "username": "ana"},
           "invite": {"code": "3f9a1c07be", "origin": "https://regulars.example.com",
             "url": "https://regulars.example.com/referrals/3f9a1c07be", "platformUrl": "https://regulars.example.com"},
           "activity": {"coinsEarned": 0, "xpEarned": 0, "totalReferrals": 0, "inProgress": 0, "completed": 0},
           "referees": [], "nextCursor": null}}""")
record ProgressView(
        TierProgress tier,
        List<BadgeView> badges,

        @Schema(description = "In their order; none while streaks are switched off")
        List<StreakProgress> streaks,

        @Schema(description = "The oldest first") List<MemberMilestoneView> milestones,
        @Schema(description = "Whom the member brought") SummaryView referrals) {

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
}
