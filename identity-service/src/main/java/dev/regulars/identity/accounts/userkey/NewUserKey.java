package dev.regulars.identity.accounts.userkey;

import dev.regulars.identity.accounts.key.KeyExpiry;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.validation.DisplayName;
import dev.regulars.web.validation.ObjectId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A key that acts as its owner (contract §3.10). */
@Schema(examples = """
        {"name": "My bot", "permissions": ["sendMessages", "readOwnProfile", "updateOwnProfile", "readOwnMessages"],
         "expirePeriod": 0, "expireDate": "", "communityId": "66b1f0e9a4d3e5f60718293b"}""")
record NewUserKey(
        @Schema(description = "For its owner; it need not be unique") @NotBlank @Size(max = 100) @DisplayName
        String name,

        @Schema(description = "What it may do: `sendMessages`, `readOwnMessages`, `readOwnProfile`, `updateOwnProfile`")
        @NotNull
        List<Permission> permissions,

        @Schema(description = "Days until it expires; 0, the default, means never")
        @Min(value = 0, message = "must be 0 or more")
        @Max(value = KeyExpiry.MOST_DAYS, message = "must be at most 36500")
        @Nullable
        Integer expirePeriod,

        @Schema(description = "The same as an ISO-8601 time in UTC; empty for never. It must agree with `expirePeriod`")
        @Nullable
        String expireDate,

        @Schema(description = "The only community that it can be used in; its owner must be a member")
        @NotNull
        @ObjectId
        String communityId,

        @Schema(description = "The only channels that it can be used in; all of the community's when absent")
        @Size(min = 1, max = 100)
        @Nullable
        List<@NotNull @ObjectId String> channelIds) {}
