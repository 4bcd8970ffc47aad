package dev.regulars.identity.directory.bulk.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.regulars.identity.directory.bulk.file.CsvRecords.CsvRecordBytes;
import dev.regulars.identity.directory.bulk.file.CsvRecords.State;
import java.nio.charset.CharacterCodingException;
import java.util.List;

/** The cells of one record. */
final class CsvCells {

    /** A record is no row. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        Unreadable(String why) {
            super(why);
        }
    }

    private CsvCells() {}

    static List<String> of(CsvRecordBytes one, char separator) throws Unreadable {
        if (one.state() == State.TOO_LONG) {
            throw new Unreadable("The row exceeds " + CsvRecords.MOST_BYTES / 1_024 + " KiB");
        }
        if (one.state() == State.QUOTES_WRONG) {
            throw new Unreadable("The row has quotation marks that are not closed, or text behind a closed one");
        }
        try {
            String text = UTF_8.newDecoder().decode(one.bytes()).toString();
            return CsvReader.builder()
                    .fieldSeparator(separator)
                    .maxBufferSize(CsvRecords.MOST_BYTES)
                    .ofSingleCsvRecord(text)
                    .getFields();
        } catch (CharacterCodingException otherCharset) {
            throw new Unreadable("The row is not in UTF-8");
        }
    }
}
