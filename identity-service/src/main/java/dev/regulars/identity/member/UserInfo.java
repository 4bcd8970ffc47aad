package dev.regulars.identity.member;

import java.util.List;
import java.util.Map;

/**
 * A member as the Integration API shows one (contract §3.1.1). What no service tells of yet has its neutral value.
 *
 * @param timeSpent seconds
 * @param loginStreak days in a row
 */
record UserInfo(
        String _id,
        String userId,
        String username,
        long xp,
        long coins,
        List<String> roles,
        String highestRole,
        String firstName,
        String lastName,
        long xpEarnedToday,
        long coinsEarnedToday,
        String language,
        long totalMessages,
        long totalReactions,
        long visitCount,
        long replySent,
        long timeSpent,
        long loginStreak,
        Map<String, Object> customFields,
        List<String> tags) {

    private static final String EVERYBODY = "@all";

    static UserInfo of(MemberDocument member) {
        return new UserInfo(
                member.accountId,
                member.userId,
                member.username,
                0,
                0,
                List.of(EVERYBODY),
                EVERYBODY,
                member.firstName,
                member.lastName,
                0,
                0,
                "English",
                0,
                0,
                0,
                0,
                0,
                0,
                Map.of(),
                List.of());
    }
}
