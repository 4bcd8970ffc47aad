package dev.regulars.identity.directory.filter.field;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days and times of the years 1 to 9999; days are those of UTC. */
final class Dates {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final int LONGEST = 40;

    private Dates() {}

    static boolean isDay(String text) {
        return text.length() <= LONGEST && DAY.matcher(text).matches();
    }

    static @Nullable Instant startOfDay(String text) {
        try {
            return ofOurTime(LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    static @Nullable Instant time(String text) {
        try {
            return text.length() > LONGEST
                    ? null
                    : ofOurTime(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException noTime) {
            return null;
        }
    }

    private static @Nullable Instant ofOurTime(Instant time) {
        int year = time.atOffset(ZoneOffset.UTC).getYear();
        return year >= 1 && year <= 9_999 ? Instant.ofEpochMilli(time.toEpochMilli()) : null;
    }
}
