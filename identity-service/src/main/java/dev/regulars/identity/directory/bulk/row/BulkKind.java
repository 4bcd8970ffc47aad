package dev.regulars.identity.directory.bulk.row;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.regulars.web.json.WireName;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a bulk file does, and its columns (contract §3.2, §3.16). */
public enum BulkKind implements WireName {
    UPDATE("update", "bulk-update", List.of("email", "username", "user_id"), columnsOfMembers(Stream.of())),
    IMPORT("import", "bulk-import", List.of("email"), columnsOfMembers(Stream.of("username"))),
    PREMIUM(
            "premium",
            "premium-currency-bulk-update",
            List.of("email", "username", "user_id"),
            List.of("premium_currency"));

    private static final Set<String> NUMERIC = Set.of("xp", "coins", "premium_currency");

    private final String wire;
    private final String type;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> identifiers;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> columns;

    BulkKind(String wire, String type, List<String> identifiers, List<String> columns) {
        this.wire = wire;
        this.type = type;
        this.identifiers = identifiers;
        this.columns = columns;
    }

    private static List<String> columnsOfMembers(Stream<String> more) {
        Stream<String> all =
                Stream.of("first_name", "last_name", "nickname", "language", "xp", "coins", "import_id", "tags");
        return Stream.concat(more, all).toList();
    }

    @Override
    @JsonValue
    public String wire() {
        return wire;
    }

    /** In lists of jobs. */
    public String type() {
        return type;
    }

    /** Columns that name the member; the first of them that a file has is the one that counts. */
    public List<String> identifiers() {
        return identifiers;
    }

    /** Columns beside those and the custom fields. */
    public List<String> columns() {
        return columns;
    }

    public boolean hasCustomFields() {
        return this != PREMIUM;
    }

    /** Whether the column may have a {@code _op} beside it. Members who are imported have no number before. */
    public boolean isNumeric(String column) {
        return this != IMPORT && columns.contains(column) && NUMERIC.contains(column);
    }

    public static BulkKind of(String wire) {
        return Arrays.stream(values())
                .filter(kind -> kind.wire.equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(wire));
    }
}
