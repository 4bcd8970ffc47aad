package dev.regulars.identity.directory.bulk.file;

import static dev.regulars.web.refusal.Refusal.invalid;
import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import dev.regulars.identity.directory.bulk.file.CsvRecords.CsvRecordBytes;
import dev.regulars.identity.directory.bulk.file.CsvRecords.State;
import dev.regulars.identity.directory.bulk.row.BulkKind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a file.
 *
 * @param separator a comma; a semicolon or a tab where spreadsheets of some languages write these
 * @param columns in lower case
 * @param identifiedBy the column that names the member
 */
public record CsvHeader(char separator, List<String> columns, String identifiedBy) {

    private static final int MOST_COLUMNS = 450;
    private static final int SHOWN = 60;
    private static final int SNIFFED = 4_096;
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** Refuses what is no table, and one whose columns are double, too many, or without a name for the member. */
    public static CsvHeader of(BulkKind kind, Path file) throws IOException {
        checkText(file);
        CsvHeader commas = of(kind, file, ',');
        char separator = commas == null ? separatorOf(file) : ',';
        CsvHeader found = commas == null ? of(kind, file, separator) : commas;
        if (found == null) {
            throw invalid("data", "must have a column " + String.join(", ", kind.identifiers()));
        }
        return found;
    }

    private static void checkText(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            for (byte one : in.readNBytes(SNIFFED)) {
                if (one >= 0 && one < ' ' && one != '\t' && one != '\n' && one != '\r') {
                    throw invalid("data", "must be a CSV file in UTF-8");
                }
            }
        }
    }

    private static @Nullable CsvHeader of(BulkKind kind, Path file, char separator) throws IOException {
        try (InputStream in = open(file)) {
            var records = new CsvRecords(in, separator);
            if (!records.hasNext()) {
                throw invalid("data", "must be a table with a header");
            }
            List<String> columns = columns(records.next(), separator);
            return kind.identifiers().stream()
                    .filter(columns::contains)
                    .findFirst()
                    .map(identifiedBy -> new CsvHeader(separator, checked(columns), identifiedBy))
                    .orElse(null);
        }
    }

    private static char separatorOf(Path file) throws IOException {
        try (InputStream in = open(file)) {
            String line = UTF_8.decode(new CsvRecords(in, ',').next().bytes()).toString();
            return line.indexOf(';') >= 0 ? ';' : line.indexOf('\t') >= 0 ? '\t' : ',';
        }
    }

    private static List<String> columns(CsvRecordBytes first, char separator) {
        if (first.state() == State.TOO_LONG) {
            throw invalid("data", "must have a header of at most " + CsvRecords.MOST_BYTES / 1_024 + " KiB");
        }
        try {
            return CsvCells.of(first, separator).stream()
                    .map(name -> name.strip().toLowerCase(Locale.ROOT))
                    .toList();
        } catch (CsvParseException | CsvCells.Unreadable unreadable) {
            throw invalid("data", "must have a header that can be read: " + unreadable.getMessage());
        }
    }

    private static List<String> checked(List<String> columns) {
        if (columns.size() > MOST_COLUMNS) {
            throw invalid("data", "must have at most " + MOST_COLUMNS + " columns");
        }
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (column.isEmpty() || !seen.add(column)) {
                throw invalid("data", "must name each column once: " + shown(column));
            }
        }
        return columns;
    }

    private static String shown(String column) {
        return column.length() > SHOWN ? column.substring(0, SHOWN) + "…" : column;
    }

    /** Behind the mark that some programs put before UTF-8. */
    static InputStream open(Path file) throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(file));
        in.mark(MARK.length);
        if (!Arrays.equals(in.readNBytes(MARK.length), MARK)) {
            in.reset();
        }
        return in;
    }
}
