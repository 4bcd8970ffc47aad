package dev.regulars.identity.directory.filter.field;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a filter may compare a field with. */
public enum ValueType {
    TEXT("a text of at most 1000 characters"),
    NUMBER("a number, or an object of gte and lte"),
    DATE("a date such as 2026-03-10 or 2026-03-10T16:15:50.123Z, or an object of gte and lte"),
    BOOLEAN("true or false");

    private static final int LONGEST = 1_000;
    private static final double LARGEST = 1e15;

    private final String what;

    ValueType(String what) {
        this.what = what;
    }

    /** Completes the sentence "must be …". */
    public String what() {
        return what;
    }

    public boolean hasOrder() {
        return this == NUMBER || this == DATE;
    }

    /** What exactly matches; nothing for a value of another type. */
    public @Nullable Bounds exactly(JsonNode json) {
        return switch (this) {
            case TEXT -> json.isTextual() && json.textValue().length() <= LONGEST ? Bounds.of(json.textValue()) : null;
            case BOOLEAN -> json.isBoolean() ? Bounds.of(json.booleanValue()) : null;
            case NUMBER -> isNumber(json) ? Bounds.of(number(json)) : null;
            case DATE -> date(json);
        };
    }

    /** What is at least or at most that. */
    public @Nullable Bounds from(JsonNode json) {
        Bounds bounds = exactly(json);
        return bounds == null ? null : bounds.upwards();
    }

    public @Nullable Bounds upTo(JsonNode json) {
        Bounds bounds = exactly(json);
        return bounds == null ? null : bounds.downwards();
    }

    private static boolean isNumber(JsonNode json) {
        return json.isNumber() && Math.abs(json.doubleValue()) < LARGEST;
    }

    private static Object number(JsonNode json) {
        return json.canConvertToLong() && json.isIntegralNumber() ? (Object) json.longValue() : json.doubleValue();
    }

    private static @Nullable Bounds date(JsonNode json) {
        Period period = json.isTextual() ? Period.of(json.textValue()) : null;
        return period == null ? null : Bounds.within(period.start(), period.end());
    }

    /** A day, or the millisecond of a time. */
    private record Period(Instant start, Instant end) {

        static @Nullable Period of(String text) {
            return Dates.isDay(text) ? day(text) : time(text);
        }

        private static @Nullable Period day(String text) {
            Instant start = Dates.startOfDay(text);
            return start == null ? null : new Period(start, start.plusSeconds(24 * 60 * 60));
        }

        private static @Nullable Period time(String text) {
            Instant start = Dates.time(text);
            return start == null ? null : new Period(start, start.plusMillis(1));
        }
    }
}
