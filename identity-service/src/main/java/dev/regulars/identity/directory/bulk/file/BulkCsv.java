package dev.regulars.identity.directory.bulk.file;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.regulars.identity.directory.bulk.row.BulkKind;
import dev.regulars.identity.directory.bulk.row.CommunityColumns;
import dev.regulars.identity.directory.field.definition.FieldDefinition;
import dev.regulars.identity.directory.field.definition.FieldType;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Files for download. */
public final class BulkCsv {

    public static final List<String> RESULT = List.of("row", "identifier", "status", "message");

    private BulkCsv() {}

    /** The columns that a file may have. */
    public static String template(BulkKind kind, List<FieldDefinition> fields) {
        List<String> columns = new ArrayList<>();
        columns.add(kind.identifiers().getFirst());
        for (String column : kind.columns()) {
            add(columns, column, kind.isNumeric(column));
        }
        if (kind.hasCustomFields()) {
            for (FieldDefinition field : fields) {
                add(columns, field.field(), kind != BulkKind.IMPORT && field.type() == FieldType.NUMERICAL);
            }
        }
        return lines(List.of(columns));
    }

    private static void add(List<String> columns, String column, boolean hasOperation) {
        if (hasOperation) {
            columns.add(CommunityColumns.operation(column));
        }
        columns.add(column);
    }

    /** Lines that no spreadsheet executes anything of. */
    public static String lines(List<List<String>> rows) {
        var out = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            rows.forEach(
                    row -> csv.writeRecord(row.stream().map(Formulas::neutral).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
