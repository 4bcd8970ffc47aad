package dev.regulars.identity.accounts.registration;

import dev.regulars.identity.accounts.NewPassword;
import dev.regulars.identity.name.NameRules;
import dev.regulars.web.refusal.Refusal;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody registers with (contract §3.9 row 22). */
@Schema(examples = """
        {"firstname": "Ana", "lastname": "Okafor", "username": "ana", "email": "ana@example.com",
         "password": "@Password123", "confirmPassword": "@Password123"}""")
record NewAccount(
        @NotBlank @Pattern(regexp = NameRules.SHOWN, message = NameRules.SHOWN_SHAPE)
        String firstname,

        @NotBlank @Pattern(regexp = NameRules.SHOWN, message = NameRules.SHOWN_SHAPE)
        String lastname,

        @NotBlank @Pattern(regexp = NameRules.USERNAME, message = NameRules.USERNAME_SHAPE)
        String username,

        @NotBlank
        @Email(message = "must be an e-mail address")
        @Size(max = 254, message = "must be at most 254 characters")
        String email,

        @NotNull @NewPassword @Schema(minLength = 8, maxLength = 128)
        String password,

        @NotNull String confirmPassword) {

    void checkPasswords() {
        if (!password.equals(confirmPassword)) {
            throw Refusal.invalid("confirmPassword", "must be the same as password");
        }
    }

    /** All that makes two registrations differ; of a password not even a fast hash is kept. */
    NewAccount withoutPassword() {
        return new NewAccount(firstname, lastname, username, email, "", "");
    }

    @Override
    public String toString() {
        return "NewAccount of " + username;
    }
}
