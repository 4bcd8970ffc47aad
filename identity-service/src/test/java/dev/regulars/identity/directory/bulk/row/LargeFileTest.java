package dev.regulars.identity.directory.bulk.row;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.identity.directory.bulk.file.CsvHeader;
import dev.regulars.identity.directory.bulk.file.CsvRows;
import dev.regulars.identity.directory.bulk.file.FileParts;
import dev.regulars.testkit.Concurrently;
import jakarta.validation.Validation;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of 50,000 rows, one in a hundred with each fault. It is applied with kills by dev.regulars.faults.bulk. */
class LargeFileTest {

    private static final int ROWS = 50_000;
    private static final int LARGE_CELLS = 60;
    private static final int HUNDRED = 100;
    private static final long MIB = 1 << 20;

    private final RowRules rules =
            new RowRules(Validation.buildDefaultValidatorFactory().getValidator());

    @TempDir
    Path folder;

    @Test
    void eachFaultyRowIsFoundAndTheHeapStaysSmall() throws IOException {
        Path file = folder.resolve("members.csv");
        write(file);
        Map<String, Integer> faults = read(file);
        assertThat(faults)
                .containsEntry("none", 46_000)
                .containsEntry("email must be an e-mail address", 1_000)
                .containsEntry("colour is an unknown field", 500)
                .containsEntry("xp must be a whole number of at most 15 digits", 500)
                .containsEntry("email is that of row 7", 500)
                .containsEntry("tags must not be a formula", 500)
                .containsEntry("The row has quotation marks that are not closed, or text behind a closed one", 500)
                .containsEntry("The row is not in UTF-8", 500 - LARGE_CELLS)
                .containsEntry("The row exceeds 64 KiB", LARGE_CELLS);

        long before = heap();
        List<Map<String, Integer>> all = Concurrently.call(10, reader -> read(file));
        assertThat(all).allSatisfy(one -> assertThat(one).isEqualTo(faults));
        assertThat(heap() - before).isLessThan(16 * MIB);
    }

    private Map<String, Integer> read(Path file) {
        try {
            CsvHeader header = CsvHeader.of(BulkKind.UPDATE, file);
            var columns = new CommunityColumns(BulkKind.UPDATE, header.columns(), List.of(), null);
            Map<String, Integer> faults = new TreeMap<>();
            try (CsvRows rows = CsvRows.of(header, columns, file)) {
                new FileParts(rows, BulkKind.UPDATE, header.identifiedBy(), columns, rules)
                        .forEachRemaining(part -> part.forEach(
                                row -> faults.merge(row.fault() == null ? "none" : row.fault(), 1, Integer::sum)));
            }
            return faults;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static void write(Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
            out.write("email,xp_op,xp,tags,colour\r\n".getBytes(UTF_8));
            for (int row = 1; row <= ROWS; row++) {
                String text = row(row);
                out.write(text.getBytes(text.contains("\u00fc") ? ISO_8859_1 : UTF_8));
            }
        }
    }

    private static String row(int row) {
        String email = "member" + row + "@example.com";
        return switch (row % HUNDRED) {
            case 11 -> "nobody,add,1,,\r\n";
            case 12 -> "\uFEFF" + email + ",add,1,,\r\n";
            case 13 -> email + ",add,1,,red\n";
            case 14 -> email + ",add,one,,\n";
            case 15 -> "member7@example.com,add,1,,\n";
            case 16 -> email + ",add,1,\"=HYPERLINK(\"\"x\"\")\",\n";
            case 17 -> email + ",add,1,\"open,\n";
            case 18 ->
                email + ",add,1," + (row < LARGE_CELLS * HUNDRED ? "x".repeat((int) MIB) : "J\u00fcrgen") + ",\n";
            case 19 -> email + ",add,1,\"a;\"\"b\"\"\",\r\n";
            default -> email + ",add,1,,\r\n";
        };
    }
}
