package dev.regulars.identity.directory.filter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.identity.directory.filter.field.Bounds;
import dev.regulars.identity.directory.filter.field.FilterField;
import dev.regulars.identity.directory.filter.field.FilterFields;
import dev.regulars.identity.directory.filter.field.ValueType;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.refusal.Refusal.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a filter. Everything in it that is no field, no value of the field's type or no bound is refused, all at once. */
final class Conditions {

    private static final Set<String> BOUNDS = Set.of("gte", "lte");
    private static final int SHOWN = 50;

    private final FilterFields fields;
    private final List<Condition> conditions = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    private Conditions(FilterFields fields) {
        this.fields = fields;
    }

    static List<Condition> of(Map<String, JsonNode> filter, FilterFields fields) {
        var reading = new Conditions(fields);
        filter.forEach(reading::read);
        if (!reading.faults.isEmpty()) {
            throw Refusal.invalid(reading.faults);
        }
        return reading.conditions;
    }

    private void read(String name, JsonNode wanted) {
        FilterField field = fields.find(name);
        if (field == null) {
            refuse(name, "must be a field of the community");
            return;
        }
        Bounds bounds =
                wanted.isObject() ? bounds(field.type(), wanted) : field.type().exactly(wanted);
        if (bounds == null) {
            refuse(name, "must be " + field.type().what());
        } else {
            conditions.add(new Condition(field, bounds));
        }
    }

    private static @Nullable Bounds bounds(ValueType type, JsonNode wanted) {
        Set<String> names =
                Set.copyOf(wanted.properties().stream().map(Map.Entry::getKey).toList());
        if (!type.hasOrder() || names.isEmpty() || !BOUNDS.containsAll(names)) {
            return null;
        }
        Bounds from = wanted.has("gte") ? type.from(wanted.get("gte")) : Bounds.ALL;
        Bounds upTo = wanted.has("lte") ? type.upTo(wanted.get("lte")) : Bounds.ALL;
        return from == null || upTo == null ? null : from.and(upTo);
    }

    private void refuse(String name, String is) {
        String member = "filter." + (name.length() > SHOWN ? name.substring(0, SHOWN) : name);
        faults.add(new Fault(member, member + " " + is));
    }
}
