package dev.regulars.identity.directory.field;

import static dev.regulars.web.refusal.Refusal.invalid;
import static java.util.Objects.requireNonNullElse;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.identity.directory.field.definition.FieldDocument;
import dev.regulars.identity.directory.field.definition.FieldSlug;
import dev.regulars.identity.directory.field.definition.FieldType;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Custom fields as requests want them, checked and not stored yet. */
final class FieldDrafts {

    private static final int MAX_ALIASES = 20;

    private FieldDrafts() {}

    static FieldDocument of(Tx tx, NewUserField body) {
        FieldDocument field = FieldDocument.of(
                tx, requireNonNullElse(tx.caller().accountId(), tx.caller().id()));
        field.field = body.field() == null ? FieldSlug.ofName(body.name()) : FieldSlug.of(body.field());
        field.name = body.name();
        field.type = FieldType.of(body.type()).wire();
        field.description = body.description();
        field.required = Boolean.TRUE.equals(body.required());
        field.options = options(field, body.options() == null ? List.of() : body.options());
        field.defaultText = defaultText(field, body.defaultValue());
        return field;
    }

    static FieldDocument changed(Tx tx, FieldDocument field, UpdateUserFieldPayload body) {
        String type = FieldType.of(body.type()).wire();
        List<String> options = body.options() == null ? field.options : body.options();
        if (!type.equals(field.type) || !options.equals(field.options)) {
            field.conversionDue = tx.now();
        }
        rename(field, body.field());
        field.name = body.name();
        field.type = type;
        field.description = body.description() == null ? field.description : body.description();
        field.required = requireNonNullElse(body.required(), field.required);
        field.options = options(field, type.equals(FieldType.SELECT.wire()) ? options : List.of());
        field.defaultText = body.defaultValue() == null ? kept(field) : defaultText(field, body.defaultValue());
        return field;
    }

    /** The former name stays usable; one of the field's own former names is no alias any more. */
    private static void rename(FieldDocument field, @Nullable String wanted) {
        if (wanted == null || FieldSlug.of(wanted).equals(field.field)) {
            return;
        }
        String slug = FieldSlug.of(wanted);
        field.aliases = Stream.concat(field.aliases.stream(), Stream.of(field.field))
                .filter(alias -> !FieldSlug.key(alias).equals(FieldSlug.key(slug)))
                .toList();
        if (field.aliases.size() > MAX_ALIASES) {
            throw invalid("field", "had " + MAX_ALIASES + " other names before; it cannot be renamed again");
        }
        field.field = slug;
    }

    private static List<String> options(FieldDocument field, List<String> options) {
        boolean select = field.type.equals(FieldType.SELECT.wire());
        if (select == options.isEmpty()) {
            throw invalid("options", select ? "is required" : "must be left out: only a select has options");
        }
        if (options.stream().distinct().count() < options.size()) {
            throw invalid("options", "must be different from each other");
        }
        return options;
    }

    private static @Nullable String defaultText(FieldDocument field, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        Object stored = field.definition().accepted(value);
        if (stored == null) {
            throw invalid("defaultValue", "must be a value of the field's type");
        }
        return String.valueOf(FieldType.shown(stored));
    }

    /** A default of another type falls away with it. */
    private static @Nullable String kept(FieldDocument field) {
        return field.defaultText != null && field.definition().converted(field.defaultText) == null
                ? null
                : field.defaultText;
    }
}
