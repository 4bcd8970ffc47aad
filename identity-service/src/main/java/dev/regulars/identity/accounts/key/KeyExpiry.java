package dev.regulars.identity.accounts.key;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MILLIS;

import dev.regulars.web.refusal.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * When a key expires.
 *
 * @param days from when it was set; 0 for never
 * @param end absent for never
 */
public record KeyExpiry(int days, @Nullable Instant end) {

    /** The highest number of days ahead. */
    public static final int MOST_DAYS = 36_500;

    /**
     * As a request says it: by a period, by a date, or by both, which must then mean the same day.
     *
     * @param period in days, 0 for never
     * @param date ISO-8601 UTC, empty for never
     */
    public static KeyExpiry of(@Nullable Integer period, @Nullable String date, Instant now) {
        Instant byPeriod = period == null || period == 0 ? null : now.plus(period, DAYS);
        Instant byDate = date == null || date.isEmpty() ? null : future(date, now);
        if (byDate == null) {
            return of(byPeriod, now);
        }
        boolean disagree = period != null
                && (byPeriod == null || Duration.between(byPeriod, byDate).abs().compareTo(Duration.ofDays(1)) > 0);
        if (disagree) {
            throw Refusal.invalid("expireDate", "must agree with expirePeriod");
        }
        return of(byDate, now);
    }

    private static KeyExpiry of(@Nullable Instant end, Instant now) {
        return new KeyExpiry(end == null ? 0 : Math.toIntExact(DAYS.between(now, end)), end);
    }

    /** What is left out, or sent back as it was shown, stays. */
    public KeyExpiry changed(@Nullable Integer period, @Nullable String date, Instant now) {
        boolean samePeriod = period == null || period == days;
        boolean sameDate =
                date == null || (date.isEmpty() ? end == null : parsed(date).equals(end));
        return samePeriod && sameDate ? this : of(period, date, now);
    }

    /** Java reads years that nothing else does; the bound comes before any arithmetic. */
    private static Instant future(String text, Instant now) {
        Instant date = parsed(text);
        if (date.isBefore(now)) {
            throw Refusal.invalid("expireDate", "must be in the future");
        }
        if (date.isAfter(now.plus(MOST_DAYS, DAYS))) {
            throw Refusal.invalid("expireDate", "must be at most " + MOST_DAYS + " days ahead");
        }
        return date;
    }

    private static Instant parsed(String date) {
        try {
            return Instant.parse(date).truncatedTo(MILLIS);
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("expireDate", "must be an ISO-8601 time such as 2030-01-31T00:00:00Z");
        }
    }
}
