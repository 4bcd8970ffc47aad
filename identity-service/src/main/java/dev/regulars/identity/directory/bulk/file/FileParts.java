package dev.regulars.identity.directory.bulk.file;

import dev.regulars.identity.directory.bulk.row.BulkKind;
import dev.regulars.identity.directory.bulk.row.BulkRow;
import dev.regulars.identity.directory.bulk.row.CommunityColumns;
import dev.regulars.identity.directory.bulk.row.RowRules;
import dev.regulars.identity.name.EmailAddress;
import dev.regulars.identity.name.NameRules;
import dev.regulars.web.refusal.Refusal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The rows of a file in parts, each row with the fault that the file alone shows. Of rows about one member the first good one counts. */
public final class FileParts implements Iterator<List<BulkRow>> {

    private static final int MOST_ROWS = 200;
    private static final int MOST_CHARACTERS = 1 << 20;

    private final CsvRows rows;
    private final BulkKind kind;
    private final String identifiedBy;
    private final CommunityColumns columns;
    private final RowRules rules;
    private final DuplicateRows duplicates = new DuplicateRows();

    public FileParts(CsvRows rows, BulkKind kind, String identifiedBy, CommunityColumns columns, RowRules rules) {
        this.rows = rows;
        this.kind = kind;
        this.identifiedBy = identifiedBy;
        this.columns = columns;
        this.rules = rules;
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public List<BulkRow> next() {
        List<BulkRow> part = new ArrayList<>(MOST_ROWS);
        int characters = 0;
        while (part.size() < MOST_ROWS && characters < MOST_CHARACTERS && rows.hasNext()) {
            BulkRow row = checked(rows.next());
            part.add(row);
            characters += row.cells().values().stream().mapToInt(String::length).sum();
        }
        return part;
    }

    private BulkRow checked(BulkRow row) {
        if (row.fault() != null) {
            return row;
        }
        try {
            var unused = rules.plan(kind, identifiedBy, row, columns);
        } catch (Refusal fault) {
            return row.withFault(fault.said());
        }
        return unique(row, identifiedBy, row.identifier());
    }

    private BulkRow unique(BulkRow row, String column, String name) {
        int earlier = duplicates.note(column + "\n" + key(column, name), row.number());
        if (earlier != 0) {
            return row.withFault(column + " is that of row " + earlier);
        }
        String username = kind == BulkKind.IMPORT ? row.cells().get("username") : null;
        return username == null || column.equals("username") ? row : unique(row, "username", username);
    }

    private static String key(String column, String name) {
        return switch (column) {
            case "email" -> EmailAddress.canonical(name);
            case "username" -> NameRules.usernameKey(name);
            default -> name;
        };
    }
}
