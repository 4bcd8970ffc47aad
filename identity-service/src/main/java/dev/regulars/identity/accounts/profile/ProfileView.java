package dev.regulars.identity.accounts.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.regulars.identity.accounts.account.AccountDocument;
import dev.regulars.identity.accounts.mail.Language;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One's own profile: {@link PersonView} and what one may say besides (contract §3.17).
 *
 * @param language its English name
 * @param utcOffset in hours
 */
@Schema(examples = """
        {"_id": "66b1f0c2a4d3e5f60718293a", "id": 42, "avatar": null, "displayName": "Ana Okafor", "username": "ana",
         "firstName": "Ana", "lastName": "Okafor", "email": "ana@example.com", "isOnline": false,
         "lastLogin": "2026-03-10T16:15:50Z", "language": "Arabic", "nickname": "annie", "statusText": "trading",
         "utcOffset": 2}""")
record ProfileView(
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
        String lastLogin,

        @Schema(description = "The English name of a language")
        String language,

        String nickname,
        @Schema(description = "A line beside the name") String statusText,
        @Schema(description = "Hours from UTC") int utcOffset) {

    static ProfileView of(AccountDocument account) {
        return new ProfileView(
                account.id,
                Long.parseLong(account.userId),
                null,
                account.displayName,
                account.username,
                account.firstName,
                account.lastName,
                account.email,
                false,
                PersonView.toTheSecond(account.lastLogin),
                account.language == null ? Language.ENGLISH.title() : account.language,
                account.nickname == null ? "" : account.nickname,
                account.statusText == null ? "" : account.statusText,
                account.utcOffset);
    }
}
