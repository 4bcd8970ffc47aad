package dev.regulars.systemtest.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code authorization.txt}: for each operation the status that each caller gets. The requests are authorized first and
 * malformed otherwise, so that 400 means admitted.
 */
record AuthorizationTable(Map<String, Map<CallerKind, String>> rows) {

    private static final String FILE = "dev/system-tests/src/test/resources/authorization.txt";
    private static final int OPERATION_WIDTH = 92;
    /** A cell that nobody has filled in yet: the call is not made. */
    static final String UNCHECKED = "-";

    private static final Set<String> NOT_ADMITTED = Set.of("401", "403", UNCHECKED);

    static AuthorizationTable read() throws IOException {
        Map<String, Map<CallerKind, String>> rows = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of(System.getProperty("repository"), FILE))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] words = line.strip().split("\\s+");
                Map<CallerKind, String> row = new EnumMap<>(CallerKind.class);
                for (CallerKind kind : CallerKind.values()) {
                    row.put(kind, words[2 + kind.ordinal()]);
                }
                rows.put(words[0] + " " + words[1], row);
            }
        }
        return new AuthorizationTable(rows);
    }

    boolean isUnchecked(Operation operation, CallerKind kind) {
        return rows.getOrDefault(operation.toString(), Map.of())
                .getOrDefault(kind, "")
                .equals(UNCHECKED);
    }

    /** Empty where the operation is missing. */
    String line(Operation operation) {
        Map<CallerKind, String> row = rows.get(operation.toString());
        return row == null ? "" : line(operation, row);
    }

    /** One line of the file. */
    static String line(Operation operation, Map<CallerKind, String> row) {
        return line(operation.method(), operation.path(), List.copyOf(row.values()));
    }

    static String header() {
        List<String> kinds =
                Arrays.stream(CallerKind.values()).map(CallerKind::toString).toList();
        return line("#", "operation", kinds);
    }

    private static String line(String method, String path, List<String> cells) {
        var line = new StringBuilder(("%-" + OPERATION_WIDTH + "s").formatted("%-7s%s".formatted(method, path)));
        for (CallerKind kind : CallerKind.values()) {
            int width = kind.toString().length() + 2;
            line.append(("%-" + width + "s").formatted(cells.get(kind.ordinal())));
        }
        return line.toString().stripTrailing();
    }

    /** A caller whom the operation admits. */
    CallerKind admitted(Operation operation) {
        Map<CallerKind, String> row = rows.getOrDefault(operation.toString(), Map.of());
        return List.of(CallerKind.NONE, CallerKind.ONLY_PERMISSION, CallerKind.OWNER, CallerKind.SYSTEM_KEY).stream()
                .filter(kind -> !NOT_ADMITTED.contains(row.getOrDefault(kind, UNCHECKED)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("authorization.txt: nobody is admitted to " + operation));
    }
}
