package dev.regulars.web.json;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.time.ZoneOffset.UTC;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Times as text. Those in the usual form, {@code 2026-03-10T16:15:50.123Z}, are read and written without the formatters of the
 * JDK, which took 7 % of the time of a webhook delivery; they do the others.
 */
public final class Rfc3339 {

    private static final String USUAL = "0000-00-00T00:00:00";
    private static final int MAX_FRACTION = 9;
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
        int end = text.length() - 1;
        if (end < USUAL.length() || text.charAt(end) != 'Z' || !beginsAsUsual(text)) {
            return null;
        }
        int nanos = end == USUAL.length() ? 0 : nanos(text, USUAL.length(), end);
        if (nanos < 0) {
            return null;
        }
        try {
            return LocalDateTime.of(
                            number(text, 0, 4),
                            number(text, 5, 7),
                            number(text, 8, 10),
                            number(text, 11, 13),
                            number(text, 14, 16),
                            number(text, 17, 19),
                            nanos)
                    .toInstant(UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean beginsAsUsual(String text) {
        for (int i = 0; i < USUAL.length(); i++) {
            char expected = USUAL.charAt(i);
            char found = text.charAt(i);
            if (expected == '0' ? !isDigit(found) : found != expected) {
                return false;
            }
        }
        return true;
    }

    /** Negative where there is no fraction. */
    private static int nanos(String text, int point, int end) {
        int digits = end - point - 1;
        if (text.charAt(point) != '.' || digits < 1 || digits > MAX_FRACTION) {
            return -1;
        }
        int nanos = 0;
        for (int i = point + 1; i <= point + MAX_FRACTION; i++) {
            char digit = i < end ? text.charAt(i) : '0';
            if (!isDigit(digit)) {
                return -1;
            }
            nanos = nanos * 10 + digit - '0';
        }
        return nanos;
    }

    private static boolean isDigit(char one) {
        return one >= '0' && one <= '9';
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    /** With three digits of the second, as {@code 2026-03-10T16:15:50.000Z}. */
    public static String milliseconds(Instant time) {
        LocalDateTime at = LocalDateTime.ofInstant(time, UTC);
        if (at.getYear() < 0 || at.getYear() > LAST_YEAR) {
            return MILLISECONDS.format(time);
        }
        byte[] text = "0000-00-00T00:00:00.000Z".getBytes(US_ASCII);
        put(at.getYear(), text, 4);
        put(at.getMonthValue(), text, 7);
        put(at.getDayOfMonth(), text, 10);
        put(at.getHour(), text, 13);
        put(at.getMinute(), text, 16);
        put(at.getSecond(), text, 19);
        put(at.getNano() / 1_000_000, text, 23);
        return new String(text, US_ASCII);
    }

    /** Writes its digits so that they end there. */
    private static void put(int number, byte[] text, int end) {
        int at = end;
        for (int rest = number; rest > 0; rest /= 10) {
            text[--at] = (byte) ('0' + rest % 10);
        }
    }
}
