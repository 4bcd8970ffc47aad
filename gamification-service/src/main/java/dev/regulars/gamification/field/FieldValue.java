package dev.regulars.gamification.field;

import org.jspecify.annotations.Nullable;

/**
 * A value of a custom field.
 *
 * @param text as JSON writes it, without quotes; absent where the member has none any more
 * @param number absent where it is none
 */
public record FieldValue(@Nullable String text, @Nullable Double number) {

    static FieldValue of(@Nullable Object value) {
        return new FieldValue(
                value == null ? null : String.valueOf(value),
                value instanceof Number number ? (Double) number.doubleValue() : null);
    }
}
