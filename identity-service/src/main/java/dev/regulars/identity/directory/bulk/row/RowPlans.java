package dev.regulars.identity.directory.bulk.row;

import static dev.regulars.web.refusal.Refusal.invalid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads rows. Refuses cells that their columns cannot hold. */
final class RowPlans {

    private static final Map<String, String> UNITS =
            Map.of("xp", "xp", "coins", "coins", "premium_currency", "premium");
    private static final int MAX_TAGS = 50;
    private static final int MAX_TAG = 50;

    private final BulkRow row;
    private final BulkKind kind;
    private final CommunityColumns columns;
    private final Map<String, Long> added = new LinkedHashMap<>();
    private final Map<String, Long> overwritten = new LinkedHashMap<>();
    private final List<FieldCell> fields = new ArrayList<>();

    private RowPlans(BulkRow row, BulkKind kind, CommunityColumns columns) {
        this.row = row;
        this.kind = kind;
        this.columns = columns;
    }

    static RowPlan of(BulkRow row, BulkKind kind, CommunityColumns columns) {
        return new RowPlans(row, kind, columns).plan();
    }

    private RowPlan plan() {
        for (String column : row.cells().keySet()) {
            if (UNITS.containsKey(column)) {
                balance(column);
            } else if (column.equals("import_id")) {
                fields.add(FieldCell.of(row, column, columns.identifier()));
            } else if (isCustomField(column)) {
                fields.add(FieldCell.of(row, column, columns.field(column)));
            }
        }
        var profile = new ProfileCells(cell("first_name"), cell("last_name"), cell("nickname"), cell("language"));
        return new RowPlan(added, overwritten, fields, profile, tags(), cell("username"));
    }

    private boolean isCustomField(String column) {
        return !kind.columns().contains(column)
                && !kind.identifiers().contains(column)
                && !(CommunityColumns.operand(column) != null && columns.isKnown(column));
    }

    private @Nullable String cell(String column) {
        return kind.columns().contains(column) ? row.cells().get(column) : null;
    }

    private void balance(String column) {
        String cell = row.cells().getOrDefault(column, "");
        if (!kind.columns().contains(column)) {
            throw invalid(column, "is an unknown field");
        }
        if (!cell.matches("[+-]?\\d{1,15}")) {
            throw invalid(column, "must be a whole number of at most 15 digits");
        }
        long number = Long.parseLong(cell);
        String unit = UNITS.getOrDefault(column, column);
        Operation operation = Operation.of(row, column);
        if (number < 0 && kind == BulkKind.IMPORT) {
            throw invalid(column, "must not be negative");
        }
        if (operation == Operation.OVERWRITE) {
            overwritten.put(unit, number);
        } else if (number < 0) {
            throw invalid(column, "must not be negative beside add or subtract");
        } else {
            added.put(unit, operation == Operation.ADD ? number : -number);
        }
    }

    private @Nullable List<String> tags() {
        String cell = cell("tags");
        if (cell == null) {
            return null;
        }
        List<String> tags = Arrays.stream(cell.split(";"))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
        if (tags.size() > MAX_TAGS || tags.stream().anyMatch(tag -> tag.length() > MAX_TAG)) {
            throw invalid("tags", "must be at most 50 tags of at most 50 characters, separated by semicolons");
        }
        return tags;
    }
}
