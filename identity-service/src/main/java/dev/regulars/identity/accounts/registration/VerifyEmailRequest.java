package dev.regulars.identity.accounts.registration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The code that was mailed to an address. */
@Schema(examples = """
        {"email": "ana@example.com", "code": "123456"}""")
record VerifyEmailRequest(
        @Schema(description = "The address to verify")
        @NotBlank
        @Size(max = 254, message = "must be at most 254 characters")
        String email,

        @Schema(description = "From the mail") @NotBlank String code) {

    @Override
    public String toString() {
        return "VerifyEmailRequest of " + email;
    }
}
