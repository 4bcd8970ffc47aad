package dev.regulars.identity.directory.bulk.row;

import dev.regulars.identity.directory.bulk.file.CsvHeader;
import dev.regulars.identity.directory.bulk.file.CsvRows;
import dev.regulars.identity.directory.bulk.file.FileParts;
import dev.regulars.testkit.Concurrently;
import jakarta.validation.Validation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Ten who read one file at once. Prints the faults that each found, and by how many bytes the heap has grown when all are done. */
final class LargeFileReaders {

    private static final RowRules RULES =
            new RowRules(Validation.buildDefaultValidatorFactory().getValidator());

    private LargeFileReaders() {}

    public static void main(String... args) {
        Path file = Path.of(args[0]);
        var unused = read(file);
        long before = heap();
        List<Map<String, Integer>> all = Concurrently.call(10, reader -> read(file));
        all.forEach(System.out::println);
        System.out.println(heap() - before);
    }

    /** How many rows have each fault. */
    static Map<String, Integer> read(Path file) {
        try {
            CsvHeader header = CsvHeader.of(BulkKind.UPDATE, file);
            var columns = new CommunityColumns(BulkKind.UPDATE, header.columns(), List.of(), null);
            Map<String, Integer> faults = new TreeMap<>();
            try (CsvRows rows = CsvRows.of(header, columns, file)) {
                new FileParts(rows, BulkKind.UPDATE, header.identifiedBy(), columns, RULES)
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
}
