package dev.regulars.identity.directory.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.regulars.identity.directory.member.MemberDocument;
import dev.regulars.identity.directory.member.Sources.Balances;
import dev.regulars.identity.directory.role.RoleTitles.Titles;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A member as the Integration API shows one (contract §3.1.1). What no service tells of yet has its neutral value.
 *
 * @param timeSpent seconds
 * @param loginStreak days in a row
 */
@Schema(examples = """
        {"_id": "66b1f15ea4d3e5f60718293d", "userId": "43", "username": "ben", "xp": 0, "coins": 0,
         "roles": ["@all"], "highestRole": "@all", "firstName": "Ben", "lastName": "Silva",
         "xpEarnedToday": 0, "coinsEarnedToday": 0, "language": "English",
         "totalMessages": 0, "totalReactions": 0, "visitCount": 0, "replySent": 0, "timeSpent": 0, "loginStreak": 0,
         "customFields": {}, "tags": []}""")
record UserInfoView(
        String _id,

        @Schema(description = "The decimal id of the account")
        String userId,

        String username,
        @Schema(description = "Experience points") long xp,
        long coins,

        @Schema(description = "Titles, each with an at-sign")
        List<String> roles,

        @Schema(description = "The role of the highest order")
        String highestRole,

        String firstName,
        String lastName,
        long xpEarnedToday,
        long coinsEarnedToday,

        @Schema(description = "The English name of a language")
        String language,

        long totalMessages,
        long totalReactions,

        @Schema(description = "How many visits were counted")
        long visitCount,

        @Schema(description = "How many replies the user sent")
        long replySent,

        @Schema(description = "In seconds") long timeSpent,

        @Schema(description = "Days in a row with a login or visit")
        long loginStreak,

        @Schema(description = "Values by the name of the field; null where the user has none")
        @JsonInclude(content = JsonInclude.Include.ALWAYS)
        Map<String, @Nullable Object> customFields,

        List<String> tags) {

    /** @param today of the community, {@code YYYY-MM-DD} */
    static UserInfoView of(
            MemberDocument member, Titles titles, String today, Map<String, @Nullable Object> customFields) {
        Balances balances = member.balances();
        return new UserInfoView(
                member.accountId,
                member.userId,
                member.username,
                balances.of("xp"),
                balances.of("coins"),
                titles.of(member.roleIds()),
                titles.highestOf(member.roleIds()),
                member.firstName,
                member.lastName,
                balances.xpEarnedOn(today),
                balances.coinsEarnedOn(today),
                member.shownLanguage(),
                balances.of("messages"),
                balances.of("reactions"),
                balances.of("visits"),
                balances.of("replies"),
                balances.of("timeSpent"),
                member.loginStreakOn(today),
                customFields,
                member.tags());
    }
}
