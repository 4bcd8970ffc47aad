package dev.regulars.gamification.leaderboard.rank;

import dev.regulars.gamification.leaderboard.ranking.RankIndex.RankRow;
import dev.regulars.gamification.member.MemberProfile;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Ranks as the API shows them (contract §3.17). */
final class RankViews {

    private static final String SCORE = "A whole number, but for custom fields";

    private RankViews() {}

    /** A row of a board. */
    @Schema(examples = """
            {"rank": 1, "user": {"_id": "66b1f0e9a4d3e5f60718293c", "userId": "43", "username": "ana", "displayName": "Ana Silva"},
             "score": 120}""")
    record RankView(
            long rank,
            RankedUser user,
            @Schema(description = SCORE) BigDecimal score) {

        static RankView of(RankRow row, Map<String, MemberProfile> profiles) {
            String accountId = row.entry().accountId();
            return new RankView(
                    row.rank(),
                    RankedUser.of(accountId, profiles.get(accountId)),
                    number(row.entry().score()));
        }
    }

    /** Who it is; somebody unknown has an id alone. */
    record RankedUser(
            String _id,
            @Nullable @Schema(description = "Decimal") String userId,
            @Nullable String username,
            @Nullable String displayName) {

        static RankedUser of(String accountId, @Nullable MemberProfile profile) {
            return profile == null
                    ? new RankedUser(accountId, null, null, null)
                    : new RankedUser(accountId, profile.userId(), profile.username(), profile.displayName());
        }
    }

    /** Where a member is. */
    @Schema(examples = """
            {"rank": 1, "score": 120, "total": 1, "neighbours": [{"rank": 1, "user": {"_id": "66b1f0e9a4d3e5f60718293c",
             "userId": "43", "username": "ana", "displayName": "Ana Silva"}, "score": 120}]}""")
    record MemberRankView(
            @Nullable @Schema(description = "Absent where the member has no score, or is not ranked")
            Long rank,

            @Nullable @Schema(description = SCORE) BigDecimal score,
            @Schema(description = "How many are ranked") long total,

            @Schema(description = "Those before and behind, the member among them, best first")
            List<RankView> neighbours) {}

    static BigDecimal number(double score) {
        return score == Math.rint(score) && Math.abs(score) < 1L << 53
                ? BigDecimal.valueOf((long) score)
                : BigDecimal.valueOf(score);
    }
}
