package dev.regulars.identity.accounts.session;

import dev.regulars.identity.accounts.password.Passwords;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What somebody logs in with; a longer password than can be set is not worth a hash.
 *
 * @param code of the second factor, where the account asks for one
 * @param refreshToken the last one of an earlier session of the account, which may be over: shows that its owner was here before,
 *     who is then not made to wait for what strangers guess
 */
@Schema(examples = """
        {"email": "ana@example.com", "password": "@Password123"}""")
record LoginRequest(
        @NotBlank @Size(max = 254, message = "must be at most 254 characters")
        String email,

        @NotBlank @Size(max = Passwords.LONGEST_TEXT, message = "must be at most 128 characters")
        String password,

        @Schema(description = "From the mail, where a second factor is enabled") @Nullable
        String code,

        @Schema(
                description =
                        "The last one of an earlier session of the account, which may be over: it spares its owner the wait that wrong guesses of others cause")
        @Nullable
        String refreshToken) {

    @Override
    public String toString() {
        return "Credentials of " + email;
    }
}
