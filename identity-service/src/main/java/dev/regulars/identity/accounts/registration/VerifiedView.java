package dev.regulars.identity.accounts.registration;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** @param passwordRequired true where the password was cleared and a token to set one was mailed; else absent */
@Schema(examples = """
        {"verified": true}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record VerifiedView(
        @Schema(description = "Always true") boolean verified,
        @Nullable Boolean passwordRequired) {

    static VerifiedView of(boolean passwordRequired) {
        return new VerifiedView(true, passwordRequired ? true : null);
    }
}
