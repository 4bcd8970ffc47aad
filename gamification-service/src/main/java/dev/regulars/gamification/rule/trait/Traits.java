package dev.regulars.gamification.rule.trait;

import dev.regulars.gamification.field.FieldValue;
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

    /** Whether a field has this value, or is at least this number. */
    public boolean has(String field, @Nullable String value, @Nullable Long atLeast) {
        FieldValue found = fields.get(field);
        return found != null
                && (value == null || value.equals(found.text()))
                && (atLeast == null || (found.number() != null && found.number() >= atLeast));
    }
}
