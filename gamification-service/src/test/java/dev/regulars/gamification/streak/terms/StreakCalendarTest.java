package dev.regulars.gamification.streak.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days at the changes of clocks: golden tables, each line an instant in UTC and the day that it is in. */
class StreakCalendarTest {

    /** The first line of a zone is its spring, the second its autumn; local times around the change, in order. */
    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource(delimiter = '|', textBlock = """
            Europe/Lisbon       | 2026-03-29 | 2026-03-28T23:59:59.999Z 2026-03-29T00:00:00Z | 2026-03-29T01:30:00Z                      | 2026-03-29T22:59:59.999Z
            Europe/Lisbon       | 2026-10-25 | 2026-10-24T22:59:59.999Z 2026-10-24T23:00:00Z | 2026-10-25T00:30:00Z 2026-10-25T01:30:00Z | 2026-10-25T23:59:59.999Z
            Europe/Berlin       | 2026-03-29 | 2026-03-28T22:59:59.999Z 2026-03-28T23:00:00Z | 2026-03-29T01:30:00Z                      | 2026-03-29T21:59:59.999Z
            Europe/Berlin       | 2026-10-25 | 2026-10-24T21:59:59.999Z 2026-10-24T22:00:00Z | 2026-10-24T23:30:00Z 2026-10-25T00:30:00Z | 2026-10-25T22:59:59.999Z
            Europe/Athens       | 2026-03-29 | 2026-03-28T21:59:59.999Z 2026-03-28T22:00:00Z | 2026-03-29T01:30:00Z                      | 2026-03-29T20:59:59.999Z
            Europe/Athens       | 2026-10-25 | 2026-10-24T20:59:59.999Z 2026-10-24T21:00:00Z | 2026-10-24T22:30:00Z 2026-10-25T01:30:00Z | 2026-10-25T21:59:59.999Z
            America/New_York    | 2026-03-08 | 2026-03-08T04:59:59.999Z 2026-03-08T05:00:00Z | 2026-03-08T07:30:00Z                      | 2026-03-09T03:59:59.999Z
            America/New_York    | 2026-11-01 | 2026-11-01T03:59:59.999Z 2026-11-01T04:00:00Z | 2026-11-01T05:30:00Z 2026-11-01T06:30:00Z | 2026-11-02T04:59:59.999Z
            America/Los_Angeles | 2026-03-08 | 2026-03-08T07:59:59.999Z 2026-03-08T08:00:00Z | 2026-03-08T10:30:00Z                      | 2026-03-09T06:59:59.999Z
            America/Los_Angeles | 2026-11-01 | 2026-11-01T06:59:59.999Z 2026-11-01T07:00:00Z | 2026-11-01T08:30:00Z 2026-11-01T09:30:00Z | 2026-11-02T07:59:59.999Z
            America/St_Johns    | 2026-03-08 | 2026-03-08T03:29:59.999Z 2026-03-08T03:30:00Z | 2026-03-08T06:00:00Z                      | 2026-03-09T02:29:59.999Z
            America/St_Johns    | 2026-11-01 | 2026-11-01T02:29:59.999Z 2026-11-01T02:30:00Z | 2026-11-01T04:00:00Z 2026-11-01T05:00:00Z | 2026-11-02T03:29:59.999Z
            America/Havana      | 2026-03-08 | 2026-03-08T04:59:59.999Z 2026-03-08T05:00:00Z | 2026-03-08T05:30:00Z                      | 2026-03-09T03:59:59.999Z
            America/Havana      | 2026-11-01 | 2026-11-01T03:59:59.999Z 2026-11-01T04:00:00Z | 2026-11-01T04:30:00Z 2026-11-01T05:30:00Z | 2026-11-02T04:59:59.999Z
            America/Santiago    | 2026-09-06 | 2026-09-06T03:59:59.999Z 2026-09-06T04:00:00Z | 2026-09-06T05:30:00Z                      | 2026-09-07T02:59:59.999Z
            America/Santiago    | 2026-04-04 | 2026-04-04T02:59:59.999Z 2026-04-04T03:00:00Z | 2026-04-05T02:30:00Z 2026-04-05T03:30:00Z | 2026-04-05T03:59:59.999Z
            Asia/Beirut         | 2026-03-29 | 2026-03-28T21:59:59.999Z 2026-03-28T22:00:00Z | 2026-03-28T22:30:00Z                      | 2026-03-29T20:59:59.999Z
            Asia/Beirut         | 2026-10-24 | 2026-10-23T20:59:59.999Z 2026-10-23T21:00:00Z | 2026-10-24T20:30:00Z 2026-10-24T21:30:00Z | 2026-10-24T21:59:59.999Z
            Australia/Sydney    | 2026-10-04 | 2026-10-03T13:59:59.999Z 2026-10-03T14:00:00Z | 2026-10-03T16:30:00Z                      | 2026-10-04T12:59:59.999Z
            Australia/Sydney    | 2026-04-05 | 2026-04-04T12:59:59.999Z 2026-04-04T13:00:00Z | 2026-04-04T14:30:00Z 2026-04-04T15:30:00Z | 2026-04-05T13:59:59.999Z
            Pacific/Auckland    | 2026-09-27 | 2026-09-26T11:59:59.999Z 2026-09-26T12:00:00Z | 2026-09-26T14:30:00Z                      | 2026-09-27T10:59:59.999Z
            Pacific/Auckland    | 2026-04-05 | 2026-04-04T10:59:59.999Z 2026-04-04T11:00:00Z | 2026-04-04T13:30:00Z 2026-04-04T14:30:00Z | 2026-04-05T11:59:59.999Z
            Atlantic/Azores     | 2026-03-29 | 2026-03-29T00:59:59.999Z 2026-03-29T01:00:00Z | 2026-03-29T02:30:00Z                      | 2026-03-29T23:59:59.999Z
            Atlantic/Azores     | 2026-10-25 | 2026-10-24T23:59:59.999Z 2026-10-25T00:00:00Z | 2026-10-25T00:30:00Z 2026-10-25T01:30:00Z | 2026-10-26T00:59:59.999Z
            Australia/Lord_Howe | 2026-10-04 | 2026-10-03T13:29:59.999Z 2026-10-03T13:30:00Z | 2026-10-03T15:30:00Z                      | 2026-10-04T12:59:59.999Z
            Australia/Lord_Howe | 2026-04-05 | 2026-04-04T12:59:59.999Z 2026-04-04T13:00:00Z | 2026-04-04T14:45:00Z 2026-04-04T15:15:00Z | 2026-04-05T13:29:59.999Z
            Asia/Kathmandu      | 2026-04-05 | 2026-04-04T18:14:59.999Z 2026-04-04T18:15:00Z | 2026-04-04T19:45:00Z 2026-04-04T20:45:00Z | 2026-04-05T18:14:59.999Z
            """)
    void theDayOfAChangeIsOneDay(String zone, LocalDate day, String midnight, String within, String end) {
        StreakCalendar calendar = StreakCalendar.of(ZoneId.of(zone));
        String[] around = midnight.split(" ");

        assertThat(calendar.dayOf(Instant.parse(around[0]))).isEqualTo(day.toEpochDay() - 1);
        assertThat(calendar.dayOf(Instant.parse(around[1]))).isEqualTo(day.toEpochDay());
        assertThat(calendar.startOf(day.toEpochDay())).isEqualTo(Instant.parse(around[1]));
        for (String one : within.split(" ")) {
            assertThat(calendar.dayOf(Instant.parse(one))).as(one).isEqualTo(day.toEpochDay());
        }
        assertThat(calendar.dayOf(Instant.parse(end))).isEqualTo(day.toEpochDay());
        assertThat(calendar.dayOf(Instant.parse(end).plusMillis(1))).isEqualTo(day.toEpochDay() + 1);
        assertThat(calendar.exists(day.toEpochDay())).isTrue();
    }

    /** What a client sends as local time: an hour that is missing and one that comes twice are in the day that they name. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,2026-03-29T02:30,2026-03-29", "America/New_York,2026-03-08T02:30,2026-03-08",
        "Australia/Lord_Howe,2026-10-04T02:15,2026-10-04", "Asia/Beirut,2026-03-29T00:30,2026-03-29"
    })
    void aLocalTimeThatIsMissingIsInItsDay(String zone, LocalDateTime missing, LocalDate day) {
        Instant taken = missing.atZone(ZoneId.of(zone)).toInstant();

        assertThat(StreakCalendar.of(ZoneId.of(zone)).dayOf(taken)).isEqualTo(day.toEpochDay());
    }

    @Test
    void aDayThatTheClockLeapsOverDoesNotExist() {
        StreakCalendar apia = StreakCalendar.of(ZoneId.of("Pacific/Apia"));
        long skipped = LocalDate.parse("2011-12-30").toEpochDay();

        assertThat(apia.exists(skipped)).isFalse();
        assertThat(apia.exists(skipped - 1)).isTrue();
        assertThat(apia.exists(skipped + 1)).isTrue();
        assertThat(apia.dayOf(apia.startOf(skipped + 1).minusMillis(1))).isEqualTo(skipped - 1);
    }

    @Test
    void aClockThatGoesBackOverMidnightDoesNotBringADayBack() {
        StreakCalendar stJohns = StreakCalendar.of(ZoneId.of("America/St_Johns"));
        Instant back = Instant.parse("2009-11-01T02:31:00Z"); // 00:01 becomes 23:01 of the day before
        long day = LocalDate.parse("2009-11-01").toEpochDay();

        assertThat(stJohns.dayOf(back.minusSeconds(61))).isEqualTo(day - 1);
        assertThat(stJohns.dayOf(back.minusSeconds(1))).isEqualTo(day);
        assertThat(stJohns.dayOf(back.plusSeconds(60))).isEqualTo(day);
        assertThat(stJohns.dayOf(back.plusSeconds(7_200))).isEqualTo(day);
    }

    @Test
    void aMoveToTheEastLeapsOverADateAndAMoveToTheWestMakesOneLonger() {
        Instant move = Instant.parse("2026-05-10T11:30:00Z");
        long date = LocalDate.parse("2026-05-10").toEpochDay();
        StreakCalendar west = StreakCalendar.of(ZoneId.of("Etc/GMT+12")); // 23:30 of the 9th
        StreakCalendar moved = west.movedTo("Pacific/Kiritimati", move); // 01:30 of the 11th

        assertThat(moved.dayOf(move.minusMillis(1))).isEqualTo(date - 1);
        assertThat(moved.dayOf(move)).isEqualTo(date + 1);
        assertThat(moved.exists(date)).isFalse();

        StreakCalendar back = moved.movedTo("Etc/GMT+12", move.plus(1, ChronoUnit.HOURS)); // 00:30 of the 10th
        assertThat(back.dayOf(move.plus(2, ChronoUnit.HOURS))).isEqualTo(date + 1);
        assertThat(back.startOf(date + 2)).isEqualTo(Instant.parse("2026-05-12T12:00:00Z"));
    }

    @Test
    void daysAreWholeAndFollowEachOther() {
        for (String zone : ZoneId.getAvailableZoneIds()) {
            StreakCalendar calendar = StreakCalendar.of(ZoneId.of(zone));
            long day = LocalDate.of(2026, 1, 1).toEpochDay();
            Instant start = calendar.startOf(day);
            for (int i = 0; i < 366; i++) {
                Instant next = calendar.startOf(day + i + 1);
                assertThat(Duration.between(start, next))
                        .as(zone)
                        .isBetween(Duration.ofHours(22), Duration.ofHours(26));
                assertThat(calendar.dayOf(start)).as(zone).isEqualTo(day + i);
                assertThat(calendar.dayOf(next.minusMillis(1))).as(zone).isEqualTo(day + i);
                start = next;
            }
        }
        assertThat(StreakCalendar.of(ZoneOffset.UTC).dayOf(Instant.EPOCH)).isZero();
    }
}
