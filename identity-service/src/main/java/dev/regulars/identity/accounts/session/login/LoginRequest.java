package dev.regulars.identity.accounts.session.login;

import dev.regulars.identity.accounts.password.Passwords;
import dev.regulars.identity.name.EmailAddress;
import dev.regulars.web.value.Secret;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Address and password; longer passwords than can be set are not hashed.
 *
 * @param code of the second factor, where the account requires one
 * @param refreshToken the last one of an earlier session of the account, which may have ended: its client was logged in before, and
 *     guesses of strangers do not hold it up
 */
@Schema(examples = """
        {"email": "ana@example.com", "password": "@Password123"}""")
record LoginRequest(
        @NotBlank @Size(max = EmailAddress.LONGEST) String email,

        @NotBlank @Size(max = Passwords.LONGEST_TEXT, message = "must be at most 128 characters")
        Secret password,

        @Schema(description = "From the mail, where a second factor is enabled") @Nullable
        Secret code,

        @Schema(
                description =
                        "The last one of an earlier session of the account, which may be over: it spares its owner the wait that wrong guesses of others cause")
        @Nullable
        Secret refreshToken) {}
