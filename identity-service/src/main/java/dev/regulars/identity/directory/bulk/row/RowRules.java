package dev.regulars.identity.directory.bulk.row;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.regulars.identity.name.EmailAddress;
import dev.regulars.identity.name.Username;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.validation.DisplayName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks rows: the same rules as those of the operations for one member. */
@ApplicationScoped
public class RowRules {

    private static final Map<String, String> TEXTS = Map.of(
            "first_name", "name", "last_name", "name", "nickname", "name", "username", "username", "tags", "text");

    private static final Set<String> LANGUAGES = Arrays.stream(Locale.getISOLanguages())
            .map(tag -> Locale.of(tag).getDisplayLanguage(Locale.ENGLISH))
            .collect(toUnmodifiableSet());

    /** The constraints of cells. */
    record Cells(
            @Size(max = 100) @DisplayName @Nullable String name,
            @Username @Nullable String username,
            @DisplayName @Nullable String text) {}

    private final Validator validator;

    RowRules(Validator validator) {
        this.validator = validator;
    }

    /** What the row does. Refuses what it may not do, with all faults at once. */
    public RowPlan plan(BulkKind kind, String identifiedBy, BulkRow row, CommunityColumns columns) {
        checkIdentifier(identifiedBy, row.identifier());
        RowPlan plan = RowPlans.of(row, kind, columns);
        List<Refusal.Fault> faults = TEXTS.entrySet().stream()
                .flatMap(text -> faults(row, text.getKey(), text.getValue()).stream())
                .sorted((one, other) -> one.message().compareTo(other.message()))
                .toList();
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        String language = plan.profile().language();
        if (language != null && !LANGUAGES.contains(language)) {
            throw Refusal.invalid("language", "must be the English name of a language");
        }
        return plan;
    }

    private static void checkIdentifier(String identifiedBy, String identifier) {
        if (identifiedBy.equals("email") && !EmailAddress.isSendable(identifier)) {
            throw Refusal.invalid("email", "must be an e-mail address");
        }
        if (identifiedBy.equals("user_id") && !identifier.matches("\\d{1,19}")) {
            throw Refusal.invalid("user_id", "must be a decimal id");
        }
    }

    private List<Refusal.Fault> faults(BulkRow row, String column, String rule) {
        String cell = row.cells().get(column);
        return cell == null
                ? List.of()
                : validator.validateValue(Cells.class, rule, cell).stream()
                        .map(found -> new Refusal.Fault(column, column + " " + found.getMessage()))
                        .toList();
    }
}
