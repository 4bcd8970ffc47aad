package dev.regulars.gamification.streak.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.gamification.streak.terms.StreakCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LoginDaysTest {

    private static final StreakCalendar UTC = StreakCalendar.of(ZoneOffset.UTC);

    @Test
    void daysInARowAreOneRunAndAGapBeginsAnother() {
        assertThat(count(UTC, "2026-06-01T08:00:00Z", "2026-06-01T20:00:00Z", "2026-06-02T00:00:00Z"))
                .isEqualTo(2);
        assertThat(count(UTC, "2026-06-01T08:00:00Z", "2026-06-02T23:59:59.999Z", "2026-06-04T00:00:00Z"))
                .isEqualTo(1);
    }

    @Test
    void theDayThatApiaLeaptOverEndsNoStreak() {
        StreakCalendar apia = StreakCalendar.of(ZoneId.of("Pacific/Apia"));

        assertThat(count(apia, "2011-12-29T09:00:00Z", "2011-12-30T09:00:00Z", "2011-12-30T10:00:00Z"))
                .isEqualTo(3);
    }

    @Test
    void aMoveOfTheZoneNeitherLosesNorGainsADay() {
        Instant move = Instant.parse("2026-06-03T12:00:00Z");
        StreakCalendar east = StreakCalendar.of(ZoneId.of("Etc/GMT+12")).movedTo("Pacific/Kiritimati", move);
        StreakCalendar west = StreakCalendar.of(ZoneId.of("Pacific/Kiritimati")).movedTo("Etc/GMT+12", move);

        String before = "2026-06-02T11:30:00Z";
        String justBefore = "2026-06-03T11:30:00Z";
        assertThat(count(east, before, justBefore, "2026-06-04T09:00:00Z", "2026-06-05T09:00:00Z"))
                .isEqualTo(4);
        // the 4th of June lasts until the 5th, 12:00 UTC
        assertThat(count(west, before, justBefore, "2026-06-04T13:00:00Z", "2026-06-05T13:00:00Z"))
                .isEqualTo(3);
    }

    @Test
    void whatIsReportedLateFillsAGapUntilTheDayIsSettled() {
        LoginDays gap = days(UTC, List.of(at("2026-06-01T08:00:00Z"), at("2026-06-03T08:00:00Z")));
        Instant missing = at("2026-06-02T08:00:00Z");

        assertThat(gap.with(missing, at("2026-06-03T23:59:59Z"), UTC)
                        .runs()
                        .getLast()
                        .count())
                .isEqualTo(3);
        assertThat(gap.with(missing, at("2026-06-04T00:00:00Z"), UTC)).isEqualTo(gap);
    }

    @Test
    void theOrderDoesNotMatter() {
        for (int seed = 0; seed < 1_000; seed++) {
            var random = new Random(seed);
            List<Instant> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                all.add(at("2026-06-01T00:00:00Z").plusSeconds(random.nextInt(2 * 86_400)));
            }
            List<Instant> shuffled = new ArrayList<>(all);
            Collections.shuffle(shuffled, random);

            assertThat(days(UTC, shuffled, at("2026-06-02T23:59:59Z")))
                    .isEqualTo(days(UTC, all, at("2026-06-02T23:59:59Z")));
        }
    }

    @Test
    void theStreakLastsUntilTheNextDayThatExists() {
        StreakCalendar apia = StreakCalendar.of(ZoneId.of("Pacific/Apia"));

        assertThat(LocalDate.ofEpochDay(
                        LoginDays.next(LocalDate.parse("2011-12-29").toEpochDay(), apia)))
                .isEqualTo("2011-12-31");
    }

    private static long count(StreakCalendar calendar, String... all) {
        List<Instant> instants = List.of(all).stream().map(LoginDaysTest::at).toList();
        return days(calendar, instants).runs().getLast().count();
    }

    /** Each is known at once. */
    private static LoginDays days(StreakCalendar calendar, List<Instant> all) {
        LoginDays days = LoginDays.NONE;
        for (Instant one : all) {
            days = days.with(one, one, calendar);
        }
        return days;
    }

    private static LoginDays days(StreakCalendar calendar, List<Instant> all, Instant now) {
        LoginDays days = LoginDays.NONE;
        for (Instant one : all) {
            days = days.with(one, now, calendar);
        }
        return days;
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }
}
