package dev.regulars.identity.directory.member;

import dev.regulars.eventing.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What others own of a member. Each part has the version of its source, so that an older state never replaces a newer one. */
public final class Sources {

    private Sources() {}

    /** When the account joined and left, as of a version of the membership. */
    public record Membership(
            Version version, Instant joinedAt, @Nullable Instant leftAt) {}

    /** Whether the account owns the community, as of a version of the community. */
    public record Ownership(Version version, boolean owner) {}

    /** 0 to 9, as of a version of the membership. */
    public record Access(Version version, int level) {}

    /** Roles but {@code @all}, as of a version of the membership. */
    public record Roles(Version version, List<String> ids) {}

    /** Whether the member is here, as of a version of the presence. */
    public record Presence(Version version, boolean isOnline) {}

    /**
     * What the ledger counts of a member, as of a version of its balances there.
     *
     * @param units {@code xp} and {@code coins} always, others once there were any
     * @param day of the community, {@code YYYY-MM-DD}, that the two amounts were earned on
     */
    public record Balances(Version version, Map<String, Long> units, String day, long xpEarned, long coinsEarned) {

        /** Of a member without postings. */
        public static final Balances NONE = of(new Version(0, 0), Map.of(), "", 0, 0);

        public static Balances of(
                Version version, Map<String, Long> units, String day, long xpEarned, long coinsEarned) {
            Map<String, Long> all = new TreeMap<>(Map.of("xp", 0L, "coins", 0L));
            all.putAll(units);
            return new Balances(version, all, day, xpEarned, coinsEarned);
        }

        public long of(String unit) {
            return units.getOrDefault(unit, 0L);
        }

        public long xpEarnedOn(String today) {
            return day.equals(today) ? xpEarned : 0;
        }

        public long coinsEarnedOn(String today) {
            return day.equals(today) ? coinsEarned : 0;
        }
    }

    /**
     * Days in a row with a login or visit, as of a version of them.
     *
     * @param until day of the community, {@code YYYY-MM-DD}, after which they are over unless the member comes again
     */
    public record LoginStreak(Version version, long count, String until) {

        public long on(String today) {
            return today.compareTo(until) <= 0 ? count : 0;
        }
    }

    /** The owner's own changes of the profile, as of a version of the account. */
    public record Profile(Version version) {}
}
