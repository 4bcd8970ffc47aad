package dev.regulars.bench.row;

import dev.regulars.bench.measure.Table;
import java.util.List;

/**
 * What a row has to say.
 *
 * @param how what was done, for whoever wants to do it again
 * @param words what was left out, and why
 */
public record Chapter(String title, String how, List<Table> tables, List<Bar> bars, List<String> words) {

    public static Chapter skipped(String row, String missing) {
        return new Chapter(row, "Skipped: " + missing, List.of(), List.of(), List.of());
    }

    public static Chapter failed(String row, RuntimeException failure) {
        return new Chapter(row, "Failed: " + failure.getMessage(), List.of(), List.of(), List.of());
    }
}
