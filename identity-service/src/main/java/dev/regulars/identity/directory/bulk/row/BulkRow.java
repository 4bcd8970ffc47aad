package dev.regulars.identity.directory.bulk.row;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file.
 *
 * @param number counted from 1 behind the header
 * @param identifier the cell that names the member; empty where it is missing
 * @param cells by column, without empty ones
 * @param fault why the row cannot be applied, where the file alone says so
 */
public record BulkRow(
        int number,
        String identifier,
        Map<String, String> cells,
        @Nullable String fault) {

    public static BulkRow faulty(int number, String identifier, String fault) {
        return new BulkRow(number, identifier, Map.of(), fault);
    }

    public BulkRow withFault(String found) {
        return faulty(number, identifier, found);
    }
}
