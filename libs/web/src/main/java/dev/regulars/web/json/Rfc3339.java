package dev.regulars.web.json;

import static java.time.ZoneOffset.UTC;

import com.ethlo.time.DateTime;
import com.ethlo.time.Field;
import com.ethlo.time.ITU;
import com.ethlo.time.ParseConfig;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Times as text. Those in UTC, {@code 2026-03-10T16:15:50.123Z}, are read and written without the formatters of the JDK, which took
 * 7 % of the time of a webhook delivery; they do the others.
 */
public final class Rfc3339 {

    private static final int LAST_YEAR = 9999;
    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private Rfc3339() {}

    /** @throws java.time.format.DateTimeParseException as {@link Instant#parse} does, for the same texts */
    public static Instant parse(String text) {
        Instant usual = usual(text);
        return usual == null ? Instant.parse(text) : usual;
    }

    /** Null for a text in another form, and for one that is no time. */
    static @Nullable Instant usual(String text) {
        if (!text.endsWith("Z")) {
            return null; // the library takes any character between the hours and minutes of an offset
        }
        try {
            DateTime read = ITU.parseLenient(text, ParseConfig.STRICT);
            return read.includesGranularity(Field.SECOND)
                    ? read.toOffsetDatetime().toInstant()
                    : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** With three digits of the second, as {@code 2026-03-10T16:15:50.000Z}. */
    public static String milliseconds(Instant time) {
        OffsetDateTime at = time.atOffset(UTC);
        return at.getYear() < 0 || at.getYear() > LAST_YEAR ? MILLISECONDS.format(time) : ITU.formatUtcMilli(at);
    }
}
