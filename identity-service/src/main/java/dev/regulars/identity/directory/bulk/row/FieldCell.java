package dev.regulars.identity.directory.bulk.row;

import dev.regulars.identity.directory.field.definition.FieldDefinition;
import dev.regulars.identity.directory.field.definition.FieldType;
import dev.regulars.web.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/** A value for a custom field, and what it does with the one before. */
public record FieldCell(FieldDefinition field, Operation operation, Object value) {

    static FieldCell of(BulkRow row, String column, FieldDefinition field) {
        Operation operation = Operation.of(row, column);
        if (operation != Operation.OVERWRITE && field.type() != FieldType.NUMERICAL) {
            throw Refusal.invalid(CommunityColumns.operation(column), "must be overwrite: " + column + " is no number");
        }
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
