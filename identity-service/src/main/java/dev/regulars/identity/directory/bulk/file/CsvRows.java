package dev.regulars.identity.directory.bulk.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import dev.regulars.identity.directory.bulk.file.CsvRecords.CsvRecordBytes;
import dev.regulars.identity.directory.bulk.row.BulkRow;
import dev.regulars.identity.directory.bulk.row.CommunityColumns;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a file behind its header, one after the other. */
public final class CsvRows implements Iterator<BulkRow>, Closeable {

    private static final int SHOWN = 200;
    private static final char NUL = 0;

    private final CsvHeader header;
    private final CommunityColumns meaning;
    private final InputStream in;
    private final CsvRecords records;
    private int number;

    private CsvRows(CsvHeader header, CommunityColumns meaning, InputStream in) {
        this.header = header;
        this.meaning = meaning;
        this.in = in;
        this.records = new CsvRecords(in, header.separator());
    }

    public static CsvRows of(CsvHeader header, CommunityColumns meaning, Path file) throws IOException {
        var rows = new CsvRows(header, meaning, CsvHeader.open(file));
        var unused = rows.records.next();
        return rows;
    }

    @Override
    public boolean hasNext() {
        return records.hasNext();
    }

    @Override
    public BulkRow next() {
        CsvRecordBytes record = records.next();
        number++;
        try {
            return row(CsvCells.of(record, header.separator()));
        } catch (CsvCells.Unreadable | CsvParseException unreadable) {
            return BulkRow.faulty(number, "", String.valueOf(unreadable.getMessage()));
        }
    }

    private BulkRow row(List<String> fields) {
        int identifierAt = header.columns().indexOf(header.identifiedBy());
        String identifier =
                identifierAt < fields.size() ? fields.get(identifierAt).strip() : "";
        if (fields.size() > header.columns().size()) {
            String fault = "The row has " + fields.size() + " cells for "
                    + header.columns().size() + " columns";
            return BulkRow.faulty(number, shown(identifier), fault);
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            String cell = fields.get(i).strip();
            if (i != identifierAt && !cell.isEmpty()) {
                cells.put(header.columns().get(i), cell);
            }
        }
        String fault = fault(identifier, cells);
        return fault == null
                ? new BulkRow(number, identifier, cells, null)
                : BulkRow.faulty(number, shown(identifier), fault);
    }

    private @Nullable String fault(String identifier, Map<String, String> cells) {
        if (identifier.isEmpty()) {
            return header.identifiedBy() + " is required";
        }
        if (identifier.indexOf(NUL) >= 0) {
            return header.identifiedBy() + " must not contain NUL";
        }
        if (Formulas.isFormula(identifier)) {
            return header.identifiedBy() + " must not be a formula";
        }
        for (Map.Entry<String, String> cell : cells.entrySet()) {
            if (!meaning.isKnown(cell.getKey())) {
                return shown(cell.getKey()) + " is an unknown field";
            }
            if (Formulas.isFormula(cell.getValue())) {
                return cell.getKey() + " must not be a formula";
            }
            if (cell.getValue().indexOf(NUL) >= 0) {
                return cell.getKey() + " must not contain NUL";
            }
        }
        return null;
    }

    private static String shown(String name) {
        String text = name.replace(String.valueOf(NUL), "");
        return text.getBytes(UTF_8).length > SHOWN ? text.substring(0, SHOWN / 4) + "…" : text;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
