package dev.regulars.identity.directory.field.definition;

import dev.regulars.web.refusal.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A custom field as others see it.
 *
 * @param field its database name
 * @param aliases names that it had before; requests may still use them
 * @param name what people read
 * @param options of a select
 * @param defaultText what members have who were given nothing else
 */
public record FieldDefinition(
        String id,
        String field,
        List<String> aliases,
        String name,
        FieldType type,
        boolean required,
        List<String> options,
        @Nullable String defaultText) {

    /** Whether a request means this field: by its id, by a name that it has or had, or by what people read. */
    public boolean isCalled(String idOrName) {
        String key = FieldSlug.key(idOrName.strip().replaceAll("\\s+", "-"));
        return id.equals(idOrName)
                || FieldSlug.key(field).equals(key)
                || aliases.stream().map(FieldSlug::key).anyMatch(key::equals)
                || name.equals(idOrName);
    }

    /** The value to store for one in JSON. Refuses another type, naming the field. */
    public Object value(Object json) {
        return checked(type.ofJson(json));
    }

    /** The same; nothing for a value that it cannot hold. */
    public @Nullable Object accepted(Object json) {
        Object value = type.ofJson(json);
        return value == null || !isOption(value) ? null : value;
    }

    /** The value to store for one in a cell of a table. */
    public Object valueOfText(String text) {
        return checked(type.ofText(text.strip()));
    }

    /** The value of a text; nothing for one that it cannot hold. */
    public @Nullable Object acceptedText(String text) {
        Object value = type.ofText(text.strip());
        return value == null || !isOption(value) ? null : value;
    }

    /** A value stored under another type, as one of this type; nothing where it does not fit. */
    public @Nullable Object converted(Object stored) {
        Object value = type.ofStored(stored);
        return value == null || !isOption(value) ? null : value;
    }

    /** What a member's value is in JSON; the default where the member has none. */
    public @Nullable Object shown(@Nullable Object stored) {
        if (stored == null) {
            return defaultText == null ? null : FieldType.shown(type.ofText(defaultText));
        }
        Object converted = converted(stored);
        return FieldType.shown(converted == null ? stored : converted);
    }

    private Object checked(@Nullable Object value) {
        if (value == null || !isOption(value)) {
            String what = type == FieldType.SELECT ? "one of: " + String.join(", ", options) : type.what();
            throw Refusal.invalid(field, "must be " + what);
        }
        return value;
    }

    private boolean isOption(Object value) {
        return type != FieldType.SELECT || options.contains(String.valueOf(value));
    }
}
