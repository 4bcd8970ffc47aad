package dev.regulars.gamification.streak.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.events.CommunityId;
import dev.regulars.gamification.streak.StreakDocument;
import dev.regulars.gamification.streak.log.StreakLogDocument;
import dev.regulars.gamification.streak.rule.Activity;
import dev.regulars.gamification.streak.rule.Activity.Amount;
import dev.regulars.gamification.streak.rule.Exceptions;
import dev.regulars.gamification.streak.rule.StreakRule;
import dev.regulars.gamification.streak.rule.StreakRule.Length;
import dev.regulars.gamification.streak.terms.StreakCalendar;
import dev.regulars.gamification.streak.terms.StreakCondition;
import dev.regulars.gamification.streak.terms.StreakTerms;
import dev.regulars.gamification.streak.terms.Timeframe;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of a streak and when, day by day. */
class StandingTest {

    private static final String FIRST = "2026-06-01";

    private MemberStreakDocument member = member();

    @Test
    void aKeptDayIsToldAtOnceAndOnce() {
        assertThat(told("2026-06-01T12:00:00Z", "2026-06-01")).containsExactly("2026-06-01 extended 1");
        assertThat(told("2026-06-01T13:00:00Z", "2026-06-01")).isEmpty();
        assertThat(told("2026-06-02T12:00:00Z", "2026-06-01", "2026-06-02")).containsExactly("2026-06-02 extended 2");
    }

    @Test
    void aMissedDayIsToldOnceItIsSettled() {
        assertThat(told("2026-06-01T12:00:00Z", "2026-06-01")).hasSize(1);
        assertThat(member.dueAt).isEqualTo("2026-06-03T00:00:00Z");
        assertThat(told("2026-06-03T00:00:00Z", "2026-06-01")).isEmpty();
        assertThat(member.dueAt).isEqualTo("2026-06-04T00:00:00Z");
        assertThat(told("2026-06-03T23:59:59Z", "2026-06-01")).isEmpty();
        assertThat(told("2026-06-04T00:00:00Z", "2026-06-01")).containsExactly("2026-06-02 broken 1");
        assertThat(member.dueAt).isNull();
        assertThat(told("2026-06-05T00:00:00Z", "2026-06-01")).isEmpty();
    }

    @Test
    void whatComesLateMendsADayThatIsNotSettled() {
        assertThat(told("2026-06-03T12:00:00Z", "2026-06-01", "2026-06-03"))
                .containsExactly("2026-06-01 extended 1", "2026-06-03 extended 1");
        assertThat(told("2026-06-03T13:00:00Z", "2026-06-01", "2026-06-02", "2026-06-03"))
                .containsExactly("2026-06-02 extended 2");
        assertThat(told("2026-06-04T00:00:00Z", "2026-06-01", "2026-06-02", "2026-06-03"))
                .isEmpty();
    }

    @Test
    void whatCanChangeNoMoreIsNotReadAgain() {
        List<String> days = new ArrayList<>();
        for (LocalDate day = LocalDate.parse(FIRST);
                day.isBefore(LocalDate.parse("2026-07-01"));
                day = day.plusDays(1)) {
            days.add(day.toString());
            told(day + "T12:00:00Z", days.toArray(String[]::new));
        }

        assertThat(member.length).isEqualTo(new Length(21, 21));
        assertThat(LocalDate.ofEpochDay(member.openFrom)).isEqualTo("2026-06-22");
        assertThat(member.told).hasSize(9);
        assertThat(told("2026-07-01T12:00:00Z", days.toArray(String[]::new))).isEmpty();
    }

    /** Of a member who sent a message at the noon of these days, looked at then; remembers it. */
    private List<String> told(String now, String... days) {
        StreakDocument streak = streak();
        List<Amount> amounts = new ArrayList<>();
        for (String day : days) {
            Instant noon = LocalDate.parse(day).atTime(12, 0).toInstant(ZoneOffset.UTC);
            amounts.add(new Amount("messages", noon, noon, 1));
        }
        var rule = new StreakRule(
                streak.plan(), Activity.of(streak.plan().calendar(), amounts), Exceptions.NONE, Instant.parse(now));
        var standing = new Standing(
                streak, member, rule, member.length, rule.judge(member.openFrom, member.length), Instant.parse(now));
        List<StreakLogDocument> untold = standing.untold("42");
        member = standing.next(untold);
        return untold.stream()
                .map(log -> log.date + " " + log.status.wire() + " " + log.count)
                .toList();
    }

    private static MemberStreakDocument member() {
        var member = new MemberStreakDocument();
        member.accountId = "a";
        member.openFrom = LocalDate.parse(FIRST).toEpochDay();
        member.length = Length.NONE;
        member.told = List.of();
        return member;
    }

    private static StreakDocument streak() {
        long first = LocalDate.parse(FIRST).toEpochDay();
        var streak = new StreakDocument();
        streak.id = "s";
        streak.communityId = CommunityId.trusted("c");
        streak.name = "Streak";
        streak.zones = StreakCalendar.of(ZoneOffset.UTC).zones();
        streak.terms = List.of(new StreakTerms(
                first,
                first,
                new Timeframe(Timeframe.Length.DAILY, 1),
                true,
                List.of(new StreakCondition("1", "messages", 1, null)),
                List.of(DayOfWeek.values())));
        return streak;
    }
}
