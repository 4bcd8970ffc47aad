package dev.regulars.identity.directory.bulk.row;

import dev.regulars.identity.directory.field.definition.FieldDefinition;
import dev.regulars.web.refusal.Refusal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the columns of a file mean in a community. */
public final class CommunityColumns {

    private static final String OPERATION = "_op";

    private final BulkKind kind;
    private final Map<String, FieldDefinition> fields = new HashMap<>();
    private final @Nullable FieldDefinition identifier;

    /** @param identifierField name of the custom field that identifies users, where the community has one */
    public CommunityColumns(
            BulkKind kind,
            Collection<String> columns,
            List<FieldDefinition> definitions,
            @Nullable String identifierField) {
        this.kind = kind;
        this.identifier = identifierField == null ? null : find(definitions, identifierField);
        if (kind.hasCustomFields()) {
            for (String column : columns) {
                FieldDefinition field = isOwn(column) ? null : find(definitions, column);
                if (field != null) {
                    fields.put(column, field);
                }
            }
        }
    }

    private static @Nullable FieldDefinition find(List<FieldDefinition> definitions, String name) {
        return definitions.stream()
                .filter(field -> field.isCalled(name))
                .findFirst()
                .orElse(null);
    }

    private boolean isOwn(String column) {
        return kind.identifiers().contains(column) || kind.columns().contains(column);
    }

    /** The column whose operation this one says; empty for any other column. */
    public static @Nullable String operand(String column) {
        return column.endsWith(OPERATION) ? column.substring(0, column.length() - OPERATION.length()) : null;
    }

    public static String operation(String column) {
        return column + OPERATION;
    }

    public boolean isKnown(String column) {
        String operand = operand(column);
        return operand == null
                ? isOwn(column) || fields.containsKey(column)
                : kind != BulkKind.IMPORT && (kind.isNumeric(operand) || isKnown(operand));
    }

    /** Refuses a column that is no field. */
    FieldDefinition field(String column) {
        FieldDefinition field = fields.get(column);
        if (field == null) {
            throw Refusal.invalid(column, "is an unknown field");
        }
        return field;
    }

    /** The home of {@code import_id}, which the API elsewhere calls {@code externalId} and {@code importId}. */
    FieldDefinition identifier() {
        if (identifier == null) {
            throw Refusal.invalid("import_id", "must be empty: the community has no field that identifies users");
        }
        return identifier;
    }
}
