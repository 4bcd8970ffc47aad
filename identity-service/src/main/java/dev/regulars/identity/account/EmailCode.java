package dev.regulars.identity.account;

import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The code that was mailed to an address. */
@Schema(examples = """
        {"email": "ana@example.com", "code": "123456"}""")
record EmailCode(@NotBlank String email, @NotBlank String code) {

    @Override
    public String toString() {
        return "EmailCode of " + email;
    }
}
