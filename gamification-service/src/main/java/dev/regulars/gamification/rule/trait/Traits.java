package dev.regulars.gamification.rule.trait;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a member is.
 *
 * @param roles with {@code @all}
 * @param fields values of custom fields, by id and by name
 */
public record Traits(Set<String> roles, Set<String> tags, Map<String, FieldValue> fields) {

    /**
     * A value of a custom field.
     *
     * @param text as JSON writes it, without quotes; absent where the member has none any more
     * @param number absent where it is none
     */
    public record FieldValue(
            @Nullable String text, @Nullable Double number) {

        static FieldValue of(@Nullable Object value) {
            return new FieldValue(
                    value == null ? null : String.valueOf(value),
                    value instanceof Number number ? (Double) number.doubleValue() : null);
        }
    }

    /** Whether a field has this value, or is at least this number. */
    public boolean has(String field, @Nullable String value, @Nullable Long atLeast) {
        FieldValue found = fields.get(field);
        return found != null
                && (value == null || value.equals(found.text()))
                && (atLeast == null || (found.number() != null && found.number() >= atLeast));
    }
}
