package dev.regulars.identity.account;

import dev.regulars.platform.problem.Refusal;
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
        @NotBlank @Size(max = 100, message = "must be at most 100 characters")
        String firstname,

        @NotBlank @Size(max = 100, message = "must be at most 100 characters")
        String lastname,

        @NotBlank @Pattern(regexp = Names.USERNAME, message = Names.USERNAME_SHAPE)
        String username,

        @NotBlank
        @Email(message = "must be an e-mail address")
        @Size(max = 254, message = "must be at most 254 characters")
        String email,

        @NotNull @Size(min = 8, max = 128, message = "must be 8 to 128 characters")
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
