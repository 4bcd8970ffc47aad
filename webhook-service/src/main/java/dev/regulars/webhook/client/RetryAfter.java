package dev.regulars.webhook.client;

import io.quarkus.logging.Log;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses {@code Retry-After}: seconds, or one of the three date forms of HTTP (RFC 9110). */
final class RetryAfter {

    static final Duration LONGEST = Duration.ofDays(1);

    private static final Pattern SECONDS = Pattern.compile("\\d+");
    private static final int MAX_DIGITS = 9;
    private static final DateTimeFormatter DATE = new DateTimeFormatterBuilder()
            .appendOptional(DateTimeFormatter.RFC_1123_DATE_TIME)
            .appendOptional(new DateTimeFormatterBuilder()
                    .appendPattern("EEEE, dd-MMM-")
                    .appendValueReduced(ChronoField.YEAR, 2, 2, 2000)
                    .appendPattern(" HH:mm:ss 'GMT'")
                    .toFormatter(Locale.US))
            .appendOptional(DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.US))
            .toFormatter(Locale.US)
            .withZone(ZoneOffset.UTC);

    private RetryAfter() {}

    /** @return null without a readable header; at most {@link #LONGEST} */
    static @Nullable Duration parse(@Nullable String header, Instant now) {
        if (header == null) {
            return null;
        }
        String text = header.trim();
        if (SECONDS.matcher(text).matches()) {
            return text.length() > MAX_DIGITS ? LONGEST : capped(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            return capped(Duration.between(now, DATE.parse(text, Instant::from)));
        } catch (DateTimeException e) {
            Log.debugf(e, "Unreadable Retry-After");
            return null;
        }
    }

    private static Duration capped(Duration wait) {
        return wait.isNegative() ? Duration.ZERO : wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
