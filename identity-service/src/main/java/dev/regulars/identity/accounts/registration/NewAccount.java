package dev.regulars.identity.accounts.registration;

import dev.regulars.identity.accounts.NewPassword;
import dev.regulars.identity.name.Username;
import dev.regulars.identity.name.ValidEmailAddress;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.validation.DisplayName;
import dev.regulars.web.value.Secret;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A registration request (contract §3.9 row 22). */
@Schema(examples = """
        {"firstname": "Ana", "lastname": "Okafor", "username": "ana", "email": "ana@example.com",
         "password": "@Password123", "confirmPassword": "@Password123"}""")
record NewAccount(
        @NotBlank @Size(max = 100) @DisplayName String firstname,

        @NotBlank @Size(max = 100) @DisplayName String lastname,

        @NotBlank
        @Username
        @Schema(
                description =
                        "A name to log in with, unique on the installation; letters of any script, digits, dots, hyphens and underscores",
                minLength = 1,
                maxLength = 64)
        String username,

        @Schema(description = "A code is mailed to it")
        @NotBlank
        @ValidEmailAddress
        @Size(max = 254, message = "must be at most 254 characters")
        String email,

        @Schema(description = "8 to 128 characters, none of the most common ones") @NotNull @NewPassword
        Secret password,

        @Schema(description = "The same password again") @NotNull
        Secret confirmPassword) {

    void checkPasswords() {
        if (!password.equals(confirmPassword)) {
            throw Refusal.invalid("confirmPassword", "must be the same as password");
        }
    }
}
