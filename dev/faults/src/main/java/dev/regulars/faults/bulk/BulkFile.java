package dev.regulars.faults.bulk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file in which one row in a hundred has each fault; the others add a coin and a unit of a custom field. */
final class BulkFile {

    /** Number of the row within its hundred. Rows with other numbers are good. */
    private static final List<String> FAULTS = List.of(
            "bad e-mail",
            "unknown field",
            "wrong type",
            "duplicate",
            "large cell",
            "formula",
            "byte order mark",
            "quotes",
            "Latin-1",
            "empty e-mail");

    private static final int HUNDRED = 100;
    /** Comes before the first duplicate of it. */
    private static final int FIRST_GOOD = 10;

    private static final int LARGE = 100_000;
    private static final int LARGEST = 1 << 20;
    private static final int LARGEST_ROWS = 1_000;

    private final int rows;

    BulkFile(int rows) {
        this.rows = rows;
    }

    static String email(int row) {
        return "bulk" + row + "@example.com";
    }

    static boolean isGood(int row) {
        return row % HUNDRED >= FAULTS.size();
    }

    int goodRows() {
        int good = 0;
        for (int row = 1; row <= rows; row++) {
            good += isGood(row) ? 1 : 0;
        }
        return good;
    }

    /** @param run makes the content another one than that of other runs */
    void write(Path file, String run) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write("email,coins_op,coins,deposit-amount_op,deposit-amount,tags,colour\r\n".getBytes(UTF_8));
            for (int row = 1; row <= rows; row++) {
                out.write(row(row, run));
                out.write((row % 2 == 0 ? "\n" : "\r\n").getBytes(UTF_8));
            }
        }
    }

    private static byte[] row(int row, String run) {
        String good = email(row) + ",add,1,add,1,\"" + run + ";good\",";
        String text =
                switch (isGood(row) ? "none" : FAULTS.get(row % HUNDRED)) {
                    case "bad e-mail" -> "nobody,add,1,add,1,,";
                    case "unknown field" -> email(row) + ",add,1,add,1,,red";
                    case "wrong type" -> email(row) + ",add,one,add,1,,";
                    case "duplicate" -> email(FIRST_GOOD) + ",add,1,add,1,,";
                    case "large cell" ->
                        email(row) + ",add,1,add,1," + "x".repeat(row <= LARGEST_ROWS ? LARGEST : LARGE) + ",";
                    case "formula" -> email(row) + ",add,1,add,1,\"=HYPERLINK(\"\"http://x\"\")\",";
                    case "byte order mark" -> "\uFEFF" + good;
                    case "quotes" -> email(row) + ",add,1,add,1,\"open,";
                    case "Latin-1" -> email(row) + ",add,1,add,1,J\u00fcrgen,";
                    case "empty e-mail" -> ",add,1,add,1,,";
                    default -> good;
                };
        return text.getBytes(text.contains("J\u00fcrgen") ? ISO_8859_1 : UTF_8);
    }
}
