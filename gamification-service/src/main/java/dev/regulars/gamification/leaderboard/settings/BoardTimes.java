package dev.regulars.gamification.leaderboard.settings;

import dev.regulars.web.refusal.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From when until when the scores of a board count. */
public final class BoardTimes {

    private static final int DAY_DIGITS = 10;
    private static final Set<Integer> MINUTES = Set.of(0, 15, 30, 45);

    /**
     * Both ends are included.
     *
     * @param from absent: from the beginning
     * @param until absent: it goes on
     */
    public record Window(@Nullable Instant from, @Nullable Instant until) {}

    private BoardTimes() {}

    public static Instant start(BoardSettings board) {
        LocalTime time = board.startTime() == null ? null : board.startTime().time();
        return moment("startDate", board.startDate(), time, LocalTime.MIN, offset(board.timeZone()));
    }

    public static @Nullable Instant end(BoardSettings board) {
        if (board.endDate() == null) {
            return null;
        }
        LocalTime time = board.endTime() == null ? null : board.endTime().time();
        LocalTime last = LocalTime.MAX.withNano(999_000_000);
        return moment("endDate", board.endDate(), time, last, offset(board.timeZone()));
    }

    /**
     * What counts for a filter, as seen at a moment.
     *
     * @param zone where the days of the community begin
     * @param asOf absent: now, and what comes
     */
    public static Window window(
            BoardSettings board, TimeFilter filter, ZoneId zone, Instant now, @Nullable Instant asOf) {
        Instant end = end(board);
        Instant until = asOf == null || (end != null && end.isBefore(asOf)) ? end : asOf;
        if (asOf == null && end != null && end.isAfter(now)) {
            until = null;
        }
        Instant at = until == null ? now : until;
        LocalDate first = filter.firstDay(LocalDate.ofInstant(at, zone));
        Instant from = start(board);
        if (first != null && first.atStartOfDay(zone).toInstant().isAfter(from)) {
            from = first.atStartOfDay(zone).toInstant();
        }
        return new Window(from, until);
    }

    private static Instant moment(
            String field, String text, @Nullable LocalTime time, LocalTime usual, ZoneOffset offset) {
        try {
            if (text.length() == DAY_DIGITS) {
                return LocalDate.parse(text).atTime(time == null ? usual : time).toInstant(offset);
            }
            OffsetDateTime moment = OffsetDateTime.parse(text);
            return time == null
                    ? moment.toInstant()
                    : moment.withOffsetSameInstant(offset)
                            .toLocalDate()
                            .atTime(time)
                            .toInstant(offset);
        } catch (DateTimeException e) {
            throw Refusal.invalid(field, "must be a day such as 2026-03-10 or a moment such as 2026-03-10T16:15:50Z");
        }
    }

    /** 5.3 and 5.30 are +05:30. */
    private static ZoneOffset offset(BigDecimal hoursAndMinutes) {
        BigDecimal hours = hoursAndMinutes.setScale(0, RoundingMode.DOWN);
        BigDecimal minutes = hoursAndMinutes.subtract(hours).movePointRight(2);
        if (minutes.stripTrailingZeros().scale() > 0 || !MINUTES.contains(Math.abs(minutes.intValue()))) {
            throw Refusal.invalid("timeZone", "must be hours.minutes with 0, 15, 30 or 45 minutes, such as 5.3");
        }
        return ZoneOffset.ofHoursMinutes(hours.intValue(), minutes.intValue());
    }
}
