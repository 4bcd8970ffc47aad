package dev.regulars.identity.accounts.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether logins take a mailed code besides the password, and since when. */
@Schema(examples = """
        {"enabled": true, "changedAt": "2026-03-10T16:15:50.123Z"}""")
public record SecondFactor(
        @Schema(description = "Whether a login needs a mailed code")
        boolean enabled,

        @Schema(description = "When it was last switched on or off") @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
        Instant changedAt) {}
