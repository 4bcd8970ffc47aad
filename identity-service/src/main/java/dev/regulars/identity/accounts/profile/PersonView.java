package dev.regulars.identity.accounts.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.regulars.identity.accounts.Account;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A person as they see themselves (contract §3.8.3).
 *
 * @param id the decimal user id, here a number
 * @param lastLogin to the second
 */
@Schema(examples = """
        {"_id": "66b1f0c2a4d3e5f60718293a", "id": 42, "avatar": null, "displayName": "Ana Okafor", "username": "ana",
         "firstName": "Ana", "lastName": "Okafor", "email": "ana@example.com", "isOnline": false,
         "lastLogin": "2026-03-10T16:15:50Z"}""")
public record PersonView(
        String _id,

        @Schema(description = "The decimal id of the account")
        long id,

        @Schema(description = "URL of the picture") @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
        String avatar,

        @Schema(description = "The name that others see") String displayName,
        String username,
        String firstName,
        String lastName,
        String email,
        boolean isOnline,

        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Nullable
        @Schema(description = "To the second; null before the first login", format = "date-time")
        String lastLogin) {

    public static PersonView of(Account account, Instant lastLogin) {
        return new PersonView(
                account.id(),
                Long.parseLong(account.userId()),
                null,
                account.displayName(),
                account.username(),
                account.firstName(),
                account.lastName(),
                account.email(),
                false,
                toTheSecond(lastLogin));
    }

    static @Nullable String toTheSecond(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
