package dev.regulars.identity.directory.user;

import dev.regulars.identity.directory.member.MemberDocument;
import dev.regulars.identity.directory.role.MemberRoles.HeldRoles;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

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

    static UserInfoView of(MemberDocument member, HeldRoles held) {
        return new UserInfoView(
                member.accountId,
                member.userId,
                member.username,
                0,
                0,
                held.titles(),
                held.highest(),
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
