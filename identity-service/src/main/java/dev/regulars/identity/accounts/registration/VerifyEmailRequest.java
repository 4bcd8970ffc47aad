package dev.regulars.identity.accounts.registration;

import dev.regulars.identity.name.EmailAddress;
import dev.regulars.web.value.Secret;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The code that was mailed to an address. */
@Schema(examples = """
        {"email": "ana@example.com", "code": "123456"}""")
record VerifyEmailRequest(
        @Schema(description = "The address to verify") @NotBlank @Size(max = EmailAddress.LONGEST)
        String email,

        @Schema(description = "From the mail") @NotBlank Secret code) {}
