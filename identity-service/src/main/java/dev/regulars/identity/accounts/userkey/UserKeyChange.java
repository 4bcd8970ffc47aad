package dev.regulars.identity.accounts.userkey;

import dev.regulars.identity.accounts.key.KeyExpiry;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.validation.DisplayName;
import dev.regulars.web.validation.ObjectId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a user key is to be from now on. What is left out stays, so that nothing widens by accident. */
@Schema(examples = """
        {"name": "My other bot", "permissions": ["sendMessages", "readOwnProfile"], "expirePeriod": 30, "isActive": true}""")
record UserKeyChange(
        @Schema(description = "For its owner; it need not be unique") @Size(min = 1, max = 100) @DisplayName @Nullable
        String name,

        @Schema(description = "What it may do") @Nullable List<Permission> permissions,

        @Schema(description = "Days until it expires, counted from now where it changes; 0 means never")
        @Min(value = 0, message = "must be 0 or more")
        @Max(value = KeyExpiry.MOST_DAYS, message = "must be at most 36500")
        @Nullable
        Integer expirePeriod,

        @Schema(description = "The same as an ISO-8601 time in UTC; empty for never") @Nullable
        String expireDate,

        @Schema(description = "`false` suspends the key until it is `true` again") @Nullable
        Boolean isActive,

        @Schema(description = "The only channels that it can be used in") @Size(min = 1, max = 100) @Nullable
        List<@ObjectId String> channelIds) {}
