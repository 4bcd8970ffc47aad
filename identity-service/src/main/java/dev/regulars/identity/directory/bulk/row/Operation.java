package dev.regulars.identity.directory.bulk.row;

import dev.regulars.web.refusal.Refusal;

/** What a cell does with the number before. */
public enum Operation {
    ADD,
    SUBTRACT,
    OVERWRITE;

    static Operation of(BulkRow row, String column) {
        String name = CommunityColumns.operation(column);
        return switch (row.cells().getOrDefault(name, "overwrite")) {
            case "add" -> ADD;
            case "subtract" -> SUBTRACT;
            case "overwrite" -> OVERWRITE;
            default -> throw Refusal.invalid(name, "must be add, subtract or overwrite");
        };
    }
}
