package dev.regulars.gamification.streak.rule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Random lives of a member around changes of clocks and moves of zones. */
final class StreakCases {

    static final List<String> ZONES = List.of(
            "UTC",
            "Europe/Lisbon",
            "Europe/Berlin",
            "America/New_York",
            "America/St_Johns",
            "America/Havana",
            "America/Santiago",
            "Asia/Beirut",
            "Asia/Kathmandu",
            "Australia/Lord_Howe",
            "Pacific/Auckland",
            "Pacific/Apia",
            "Pacific/Kiritimati",
            "Etc/GMT+12");

    /** Each begins twelve days around a change of some clock; the last one is Apia's missing day. */
    static final List<Instant> WINDOWS = List.of(
            Instant.parse("2026-03-03T00:00:00Z"),
            Instant.parse("2026-03-24T00:00:00Z"),
            Instant.parse("2026-03-31T00:00:00Z"),
            Instant.parse("2026-09-01T00:00:00Z"),
            Instant.parse("2026-09-22T00:00:00Z"),
            Instant.parse("2026-10-20T00:00:00Z"),
            Instant.parse("2026-10-28T00:00:00Z"),
            Instant.parse("2011-12-25T00:00:00Z"));

    static final int DAYS = 12;

    /** Something that was done; it became known after a delay. */
    record Done(String action, int amount, Instant at, Duration delay) {}

    /** One life. */
    record Case(
            Instant window,
            List<String> zones,
            List<Instant> moves,
            LocalDate start,
            boolean all,
            int messages,
            int visits,
            Set<DayOfWeek> activeDays,
            List<Done> done,
            Set<LocalDate> frozen,
            Instant now) {}

    private StreakCases() {}

    static Case of(Random random) {
        Instant window = pick(random, WINDOWS);
        List<String> zones = new ArrayList<>(List.of(pick(random, ZONES)));
        List<Instant> moves = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0 && random.nextBoolean(); i--) {
            Instant after = moves.isEmpty() ? window.plus(2, ChronoUnit.DAYS) : moves.getLast();
            moves.add(after.plus(15L * (1 + random.nextInt(300)), ChronoUnit.MINUTES));
            zones.add(pick(random, ZONES));
        }
        LocalDate start = LocalDate.ofInstant(window, ZoneOffset.UTC).plusDays(2);
        Set<DayOfWeek> active = EnumSet.allOf(DayOfWeek.class);
        active.removeIf(day -> random.nextInt(6) == 0);
        active.add(DayOfWeek.of(1 + random.nextInt(7)));
        Set<LocalDate> frozen = new HashSet<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            frozen.add(start.plusDays(random.nextInt(DAYS - 3)));
        }
        Instant now = window.plus(15L * (3 * 96 + random.nextInt(8 * 96)), ChronoUnit.MINUTES)
                .plusMillis(random.nextInt(3) - 1);
        return new Case(
                window,
                zones,
                moves,
                start,
                random.nextBoolean(),
                1 + random.nextInt(3),
                1,
                active,
                done(random, window),
                frozen,
                now);
    }

    /** Mostly enough for each day, often around midnight of some zone, sometimes late, sometimes taken back. */
    private static List<Done> done(Random random, Instant window) {
        List<Done> done = new ArrayList<>();
        for (int i = 8 + random.nextInt(20); i > 0; i--) {
            Instant quarter = window.plus(15L * random.nextInt(DAYS * 96 - 4 * 96), ChronoUnit.MINUTES);
            Instant at = random.nextBoolean()
                    ? quarter.plusMillis(random.nextInt(3) - 1)
                    : quarter.plusSeconds(random.nextInt(900));
            Duration delay = random.nextInt(4) == 0 ? Duration.ofMinutes(random.nextInt(72 * 60)) : Duration.ZERO;
            String action = random.nextInt(3) == 0 ? "visits" : "messages";
            done.add(new Done(action, random.nextInt(8) == 0 ? -1 : 1 + random.nextInt(3), at, delay));
        }
        return done;
    }

    private static <T> T pick(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
