package dev.regulars.identity.accounts.key;

import static java.time.temporal.ChronoUnit.DAYS;

import dev.regulars.web.refusal.Refusal;
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
 * What a key is made with.
 *
 * @param expirePeriod days until it is over, 0 for never
 * @param expireDate the same as a date, ISO-8601 UTC; empty for never
 */
@Schema(examples = """
        {"name": "CRM", "permissions": ["getUserData", "createUser", "manageUser", "webhooks"], "expirePeriod": 90, "kind": "integration"}""")
record NewKey(
        @Schema(description = "For people; it need not be unique")
        @NotBlank
        @Size(max = 100, message = "must be at most 100 characters")
        String name,

        @Schema(description = "What it may do; none when absent") @Nullable
        List<Permission> permissions,

        @Schema(description = "Days until it expires; 0, the default, means never")
        @Min(value = 0, message = "must be 0 or more")
        @Max(value = 36_500, message = "must be at most 36500")
        @Nullable
        Integer expirePeriod,

        @Schema(description = "The same as an ISO-8601 time in UTC; empty for never. It must agree with `expirePeriod`")
        @Nullable
        String expireDate,

        @Schema(description = "`integration` when absent") @Nullable
        KeyKind kind) {

    KeyKind kindOrDefault() {
        return kind == null ? KeyKind.integration : kind;
    }

    /** A system key opens its whole family and holds no single permissions; any other needs some. */
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
        return new LinkedHashSet<>(asked);
    }

    /** When the key is over; period and date, where both are given, must mean the same day. */
    @Nullable
    Instant end(Instant now) {
        Instant byPeriod = expirePeriod == null || expirePeriod == 0 ? null : now.plus(expirePeriod, DAYS);
        Instant byDate = date();
        if (byDate == null) {
            return byPeriod;
        }
        if (byDate.isBefore(now)) {
            throw Refusal.invalid("expireDate", "must be in the future");
        }
        boolean disagree = expirePeriod != null
                && (byPeriod == null || Duration.between(byPeriod, byDate).abs().compareTo(Duration.ofDays(1)) > 0);
        if (disagree) {
            throw Refusal.invalid("expireDate", "must agree with expirePeriod");
        }
        return byDate;
    }

    private @Nullable Instant date() {
        if (expireDate == null || expireDate.isEmpty()) {
            return null;
        }
        try {
            return Instant.parse(expireDate);
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("expireDate", "must be an ISO-8601 time such as 2030-01-31T00:00:00Z");
        }
    }
}
