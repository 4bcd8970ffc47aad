package dev.regulars.identity.accounts.key;

import static java.time.temporal.ChronoUnit.DAYS;

import dev.regulars.web.caller.Permission;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.validation.DisplayName;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A key to create.
 *
 * @param expirePeriod days until it expires, 0 for never
 * @param expireDate the same as a date, ISO-8601 UTC; empty for never
 */
@Schema(examples = """
        {"name": "CRM", "permissions": ["getUserData", "createUser", "manageUser", "webhooks"], "expirePeriod": 90, "kind": "integration"}""")
record NewKey(
        @Schema(description = "For people; it need not be unique") @NotBlank @Size(max = 100) @DisplayName
        String name,

        @Schema(description = "What it may do; none when absent") @Nullable
        List<Permission> permissions,

        @Schema(description = "Days until it expires; 0, the default, means never")
        @Min(value = 0, message = "must be 0 or more")
        @Max(value = MOST_DAYS, message = "must be at most 36500")
        @Nullable
        Integer expirePeriod,

        @Schema(description = "The same as an ISO-8601 time in UTC; empty for never. It must agree with `expirePeriod`")
        @Nullable
        String expireDate,

        @Schema(description = "`integration` when absent") @Nullable
        KeyKind kind) {

    private static final int MOST_DAYS = 36_500;

    KeyKind kindOrDefault() {
        return kind == null ? KeyKind.integration : kind;
    }

    /** A system key has no single permissions; any other needs some. */
    Set<Permission> checkedPermissions() {
        List<Permission> asked = permissions == null ? List.of() : permissions;
        if (kindOrDefault() == KeyKind.system) {
            if (!asked.isEmpty()) {
                throw Refusal.invalid("permissions", "must be left out for a system key");
            }
            return Set.of();
        }
        if (asked.isEmpty() || asked.stream().anyMatch(Objects::isNull)) {
            throw Refusal.invalid("permissions", "is required");
        }
        if (asked.stream().anyMatch(Permission::ofUserKeys)) {
            throw Refusal.invalid("permissions", "must be permissions of community keys");
        }
        return new LinkedHashSet<>(asked);
    }

    /** When the key expires; period and date, where both are given, must mean the same day. */
    @Nullable
    Instant end(Instant now) {
        Instant byPeriod = expirePeriod == null || expirePeriod == 0 ? null : now.plus(expirePeriod, DAYS);
        Instant byDate = date(now);
        if (byDate == null) {
            return byPeriod;
        }
        boolean disagree = expirePeriod != null
                && (byPeriod == null || Duration.between(byPeriod, byDate).abs().compareTo(Duration.ofDays(1)) > 0);
        if (disagree) {
            throw Refusal.invalid("expireDate", "must agree with expirePeriod");
        }
        return byDate;
    }

    /** Java reads years that nothing else does; the bound comes before any arithmetic. */
    private @Nullable Instant date(Instant now) {
        if (expireDate == null || expireDate.isEmpty()) {
            return null;
        }
        Instant date = parsed(expireDate);
        if (date.isBefore(now)) {
            throw Refusal.invalid("expireDate", "must be in the future");
        }
        if (date.isAfter(now.plus(MOST_DAYS, DAYS))) {
            throw Refusal.invalid("expireDate", "must be at most " + MOST_DAYS + " days ahead");
        }
        return date;
    }

    private static Instant parsed(String date) {
        try {
            return Instant.parse(date);
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("expireDate", "must be an ISO-8601 time such as 2030-01-31T00:00:00Z");
        }
    }
}
