package dev.regulars.identity.directory.field.definition;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.regulars.web.json.WireName;
import dev.regulars.web.refusal.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a custom field holds (contract §3.8.4). A stored value is a double, a string, a time or a boolean; one that was stored under
 * another type is read as this one where it fits.
 */
public enum FieldType implements WireName {
    NUMERICAL("numerical", "a number of at most 15 digits before the point", List.of("number")) {
        @Override
        @Nullable
        Object ofJson(Object json) {
            return json instanceof Number number ? bounded(number.doubleValue()) : null;
        }

        @Override
        @Nullable
        Object ofText(String text) {
            return text.matches(NUMBER) ? bounded(Double.parseDouble(text)) : null;
        }
    },
    SINGLE_LINE_TEXT("single-line-text", "a text of at most 1000 characters in one line", List.of("text")) {
        @Override
        @Nullable
        Object ofJson(Object json) {
            return json instanceof String text ? ofText(text) : null;
        }

        @Override
        @Nullable
        Object ofText(String text) {
            return text.length() <= LINE && text.chars().noneMatch(Character::isISOControl) ? text : null;
        }
    },
    MULTI_LINE_TEXT("multi-line-text", "a text of at most 10000 characters", List.of()) {
        @Override
        @Nullable
        Object ofJson(Object json) {
            return json instanceof String text ? ofText(text) : null;
        }

        @Override
        @Nullable
        Object ofText(String text) {
            return text.length() <= TEXT && text.chars().noneMatch(FieldType::isForbidden) ? text : null;
        }
    },
    DATE("date", "a date such as 2026-03-10 or 2026-03-10T16:15:50.123Z, of the years 1 to 9999", List.of()) {
        @Override
        @Nullable
        Object ofJson(Object json) {
            return switch (json) {
                case String text -> ofText(text);
                case Date stored -> stored.toInstant();
                default -> null;
            };
        }

        @Override
        @Nullable
        Object ofText(String text) {
            return text.length() > LONGEST_DATE ? null : time(text);
        }
    },
    BOOLEAN("boolean", "true or false", List.of()) {
        @Override
        @Nullable
        Object ofJson(Object json) {
            return json instanceof Boolean ? json : null;
        }

        @Override
        @Nullable
        Object ofText(String text) {
            return text.matches("true|false") ? Boolean.valueOf(text) : null;
        }
    },
    /** One of the field's own options. */
    SELECT("select", "one of the field's options", List.of()) {
        @Override
        @Nullable
        Object ofJson(Object json) {
            return json instanceof String ? json : null;
        }

        @Override
        @Nullable
        Object ofText(String text) {
            return text;
        }
    };

    private static final int LINE = 1_000;
    private static final int TEXT = 10_000;
    private static final int LONGEST_DATE = 40;
    private static final double LARGEST = 1e15;
    private static final String NUMBER = "[+-]?\\d{1,15}(\\.\\d{1,15})?";

    private final String wire;
    private final String what;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> olderNames;

    FieldType(String wire, String what, List<String> olderNames) {
        this.wire = wire;
        this.what = what;
        this.olderNames = olderNames;
    }

    @Override
    @JsonValue
    public String wire() {
        return wire;
    }

    /** Completes the sentence "must be …". */
    String what() {
        return what;
    }

    /** By its name now or in an older version of the API. */
    public static FieldType of(String name) {
        return Arrays.stream(values())
                .filter(type -> type.wire.equals(name) || type.olderNames.contains(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "type", "must be one of: date, single-line-text, multi-line-text, numerical, boolean, select"));
    }

    /** The value to store; nothing where it is of another type. */
    abstract @Nullable Object ofJson(Object json);

    /** The same from a cell of a table. */
    abstract @Nullable Object ofText(String text);

    /** A value that was stored under another type, as one of this type; nothing where it does not fit. */
    @Nullable
    Object ofStored(Object stored) {
        Object same = ofJson(stored);
        return same == null ? ofText(text(stored)) : same;
    }

    /** As JSON has it: whole numbers without a point, times in milliseconds. */
    public static @Nullable Object shown(@Nullable Object stored) {
        return switch (stored) {
            case Double number when number == Math.rint(number) -> number.longValue();
            case Date time -> time.toInstant();
            case null, default -> stored;
        };
    }

    private static String text(Object stored) {
        return String.valueOf(shown(stored));
    }

    private static @Nullable Double bounded(double number) {
        return Math.abs(number) < LARGEST ? Double.valueOf(number + 0.0) : null; // -0 is 0
    }

    private static boolean isForbidden(int one) {
        return Character.isISOControl(one) && one != '\n' && one != '\r' && one != '\t';
    }

    /** A day or a time of the years 1 to 9999; nothing for any other text. */
    public static @Nullable Instant time(String text) {
        try {
            Instant time = text.matches("\\d{4}-\\d\\d-\\d\\d")
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            int year = time.atOffset(ZoneOffset.UTC).getYear();
            return year >= 1 && year <= 9_999 ? Instant.ofEpochMilli(time.toEpochMilli()) : null;
        } catch (DateTimeException noDate) {
            return null;
        }
    }
}
