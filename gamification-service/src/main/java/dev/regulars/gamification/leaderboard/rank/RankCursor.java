package dev.regulars.gamification.leaderboard.rank;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.regulars.gamification.leaderboard.ranking.RankEntry;
import dev.regulars.web.refusal.Refusal;
import java.util.Base64;

/** Where a list of ranks goes on: behind the last entry that was answered, whether it is still there or not. */
final class RankCursor {

    private static final int PARTS = 3;

    private RankCursor() {}

    static String of(RankEntry entry) {
        String place = entry.score() + " " + entry.reachedAt() + " " + entry.accountId();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(UTF_8));
    }

    static RankEntry read(String cursor) {
        try {
            String[] place = new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split(" ", -1);
            if (place.length == PARTS) {
                return new RankEntry(Double.parseDouble(place[0]), Long.parseLong(place[1]), place[2]);
            }
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("cursor", "is not one of this list");
        }
        throw Refusal.invalid("cursor", "is not one of this list");
    }
}
