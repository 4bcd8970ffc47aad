package dev.regulars.identity.accounts.key;

import dev.regulars.identity.accounts.key.kind.KeyKind;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.validation.DisplayName;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a key is to be from now on; its secret stays. */
@Schema(examples = """
        {"name": "CRM of the sales team", "permissions": ["getUserData", "createUser", "manageUser", "webhooks"], "expirePeriod": 365}""")
record KeyChange(
        @Schema(description = "For people; it need not be unique") @NotBlank @Size(max = 100) @DisplayName
        String name,

        @Schema(description = "What it may do; required for an `integration` key, left out for the others") @Nullable
        List<Permission> permissions,

        @Schema(description = "Days until it expires, counted from now where it changes; 0 means never")
        @Min(value = 0, message = "must be 0 or more")
        @Max(value = KeyExpiry.MOST_DAYS, message = "must be at most 36500")
        @Nullable
        Integer expirePeriod,

        @Schema(description = "The same as an ISO-8601 time in UTC; empty for never") @Nullable
        String expireDate,

        @Schema(description = "Cannot be changed") @Nullable KeyKind kind) {}
