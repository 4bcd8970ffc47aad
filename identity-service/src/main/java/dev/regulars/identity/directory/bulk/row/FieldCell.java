package dev.regulars.identity.directory.bulk.row;

import dev.regulars.identity.directory.field.definition.FieldDefinition;
import dev.regulars.identity.directory.field.definition.FieldType;
import org.jspecify.annotations.Nullable;

/** A value for a custom field, and what it does with the one before. */
public record FieldCell(FieldDefinition field, Operation operation, Object value) {

    static FieldCell of(BulkRow row, String column, FieldDefinition field) {
        Operation asked = Operation.of(row, column);
        Operation operation = field.type() == FieldType.NUMERICAL ? asked : Operation.OVERWRITE; // contract §3.2.1
        return new FieldCell(field, operation, field.valueOfText(row.cells().getOrDefault(column, "")));
    }

    /** The value to store. Refuses one that is out of bounds. */
    public Object after(@Nullable Object before) {
        if (operation == Operation.OVERWRITE) {
            return value;
        }
        double start = before instanceof Number number ? number.doubleValue() : 0;
        double change = ((Number) value).doubleValue();
        return field.value(operation == Operation.ADD ? start + change : start - change);
    }
}
