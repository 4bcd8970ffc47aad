package dev.regulars.identity.directory.bulk.row;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of 50,000 rows, one in a hundred with each fault. It is applied with kills by dev.regulars.faults.bulk. */
class LargeFileTest {

    private static final int ROWS = 50_000;
    private static final int LARGE_CELLS = 60;
    private static final int HUNDRED = 100;
    private static final long MIB = 1 << 20;

    @TempDir
    Path folder;

    @Test
    void eachFaultyRowIsFoundAndTheHeapStaysSmall() throws IOException {
        Path file = folder.resolve("members.csv");
        write(file);
        Map<String, Integer> faults = LargeFileReaders.read(file);
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

        List<String> read = readers(file);
        assertThat(read).hasSize(11);
        assertThat(read.subList(0, 10)).containsOnly(faults.toString());
        assertThat(Long.parseLong(read.getLast())).isLessThan(4 * MIB);
    }

    /** What {@link LargeFileReaders} print in a JVM of their own: in this one others allocate, too. */
    private static List<String> readers(Path file) throws IOException {
        Process readers = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeFileReaders.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = readers.inputReader()) {
            return out.lines().toList();
        } finally {
            readers.destroy();
        }
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
