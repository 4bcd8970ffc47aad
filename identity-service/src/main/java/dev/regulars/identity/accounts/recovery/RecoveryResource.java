package dev.regulars.identity.accounts.recovery;

import dev.regulars.crypto.Secrets;
import dev.regulars.eventing.once.Call;
import dev.regulars.eventing.once.Once;
import dev.regulars.identity.accounts.NewPassword;
import dev.regulars.identity.accounts.mail.MailTemplate;
import dev.regulars.identity.name.EmailAddress;
import dev.regulars.identity.name.MailAddress;
import dev.regulars.web.caller.Public;
import dev.regulars.web.family.ApplicationReply;
import dev.regulars.web.family.ApplicationReply.Nothing;
import dev.regulars.web.operation.Says;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

@Path("/application/auth")
@Tag(ref = "Accounts")
class RecoveryResource {

    /** Where a letter is to go, if anybody is there. */
    @Schema(examples = """
            {"email": "ana@example.com"}""")
    record EmailRequest(
            @Schema(description = "The answer is the same whether an account has it or not")
            @NotBlank
            @MailAddress
            @Size(max = 254, message = "must be at most 254 characters")
            String email) {}

    /** A mailed token, and what to log in with from now on. */
    @Schema(examples = """
            {"token": "c8c61f2a4c44f7671aa3f9cfe1ee152ab10392edd8116c77bbd4bb127eba8ca2", "password": "@Password123"}""")
    record ResetPasswordRequest(
            @Schema(description = "From the mail") @NotBlank String token,

            @NotNull
            @NewPassword
            @Schema(
                    description = "The new password: 8 to 128 characters, none of the most common ones",
                    minLength = 8,
                    maxLength = 128)
            String password) {

        @Override
        public String toString() {
            return "Reset";
        }
    }

    private final PasswordRecovery recovery;
    private final MailRequestWorker mails;
    private final Once once;

    RecoveryResource(PasswordRecovery recovery, MailRequestWorker mails, Once once) {
        this.recovery = recovery;
        this.mails = mails;
        this.once = once;
    }

    @POST
    @Path("/resend-verification")
    @ResponseStatus(202)
    @Public
    @Operation(
            operationId = "resendVerification",
            summary = "Ask for another code; the one before is then dead",
            description = "Answers the same whoever has the address. At most one code a minute is mailed.")
    @Says("Resend verification success.")
    public Uni<ApplicationReply<Nothing>> resend(
            @Valid @NotNull EmailRequest address, @HeaderParam(Once.HEADER) @Nullable String key) {
        return ask(address, MailTemplate.VERIFY_EMAIL, key)
                .map(done -> ApplicationReply.accepted("Resend verification success.", done));
    }

    @POST
    @Path("/forgot-password")
    @ResponseStatus(202)
    @Public
    @Operation(
            operationId = "requestPasswordReset",
            summary = "Ask for a mailed token that sets a new password",
            description = "Answers the same whoever has the address. At most one token a minute is mailed.")
    @Says("Forgot password success.")
    public Uni<ApplicationReply<Nothing>> forgot(
            @Valid @NotNull EmailRequest address, @HeaderParam(Once.HEADER) @Nullable String key) {
        return ask(address, MailTemplate.RESET_PASSWORD, key)
                .map(done -> ApplicationReply.accepted("Forgot password success.", done));
    }

    @POST
    @Path("/reset-password")
    @Public
    @Operation(operationId = "resetPassword", summary = "Set a new password with a mailed token; ends all sessions")
    @Says("Reset password success.")
    public Uni<ApplicationReply<Nothing>> reset(
            @Valid @NotNull ResetPasswordRequest reset, @HeaderParam(Once.HEADER) @Nullable String key) {
        var call = new Call(Call.NONE, Secrets.hash(reset.token()), "reset password", key, "");
        return once.perform(call, Nothing.class, tx -> recovery.reset(tx, reset.token(), reset.password()))
                .map(done -> ApplicationReply.ok("Reset password success.", done));
    }

    private Uni<Nothing> ask(EmailRequest address, MailTemplate letter, @Nullable String key) {
        var call = new Call(Call.NONE, EmailAddress.canonical(address.email()), "ask for " + letter, key, address);
        return once.perform(call, Nothing.class, tx -> recovery.requestMail(tx, address.email(), letter))
                .invoke(mails::wake);
    }
}
