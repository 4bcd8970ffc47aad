package dev.regulars.identity.directory.bulk.row;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a row does to its member.
 *
 * @param added to balances, by unit of the ledger
 * @param overwritten balances, by unit
 * @param tags absent where they stay
 * @param username of an import; absent where it is to be made of the address
 */
public record RowPlan(
        Map<String, Long> added,
        Map<String, Long> overwritten,
        List<FieldCell> fields,
        ProfileCells profile,
        @Nullable List<String> tags,
        @Nullable String username) {

    /** Of rows that are refused or only checked. */
    public static final RowPlan NOTHING = new RowPlan(Map.of(), Map.of(), List.of(), ProfileCells.NONE, null, null);

    public boolean hasPostings() {
        return !added.isEmpty() || !overwritten.isEmpty();
    }

    /** Whether anything beside balances changes. */
    public boolean changesMember() {
        return !fields.isEmpty() || !profile.isEmpty() || tags != null;
    }
}
