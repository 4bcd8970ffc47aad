package dev.regulars.gamification.tier.setting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** In which tier a member is: a pure function of the tiers, the XP earned, the XP there, and the tier that an admin gave. */
public final class TierRule {

    private TierRule() {}

    /** Empty below the lowest tier. The tiers rise. */
    public static @Nullable Tier of(
            List<Tier> tiers, Downgrade downgrade, long earned, long balance, @Nullable String granted) {
        int reached = index(tiers, earned);
        int now = Math.min(reached, index(tiers, balance));
        int held =
                switch (downgrade) {
                    case NEVER -> reached;
                    case ONE -> Math.max(now, reached - 1);
                    case BALANCE -> now;
                };
        int at = Math.max(held, indexOf(tiers, granted));
        return at < 0 ? null : tiers.get(at);
    }

    private static int index(List<Tier> tiers, long xp) {
        int at = -1;
        while (at + 1 < tiers.size() && tiers.get(at + 1).xp() <= xp) {
            at++;
        }
        return at;
    }

    public static int indexOf(List<Tier> tiers, @Nullable String id) {
        for (int i = 0; i < tiers.size(); i++) {
            if (String.valueOf(tiers.get(i)._id()).equals(id)) {
                return i;
            }
        }
        return -1;
    }
}
