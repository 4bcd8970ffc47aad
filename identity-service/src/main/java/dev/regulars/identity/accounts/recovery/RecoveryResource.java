package dev.regulars.identity.accounts.recovery;

import dev.regulars.crypto.Secrets;
import dev.regulars.eventing.once.Once;
import dev.regulars.identity.accounts.NewPassword;
import dev.regulars.identity.accounts.mail.MailTemplate;
import dev.regulars.identity.name.EmailAddress;
import dev.regulars.identity.name.ValidEmailAddress;
import dev.regulars.web.caller.Public;
import dev.regulars.web.operation.Nothing;
import dev.regulars.web.operation.Says;
import dev.regulars.web.value.Secret;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/application/auth")
@Tag(ref = "Accounts")
class RecoveryResource {

    /** The address that a mail is requested to. */
    @Schema(examples = """
            {"email": "ana@example.com"}""")
    record EmailRequest(
            @Schema(description = "The answer is the same whether an account has it or not")
            @NotBlank
            @ValidEmailAddress
            @Size(max = EmailAddress.LONGEST)
            String email) {}

    /** A mailed token and the new password. */
    @Schema(examples = """
            {"token": "c8c61f2a4c44f7671aa3f9cfe1ee152ab10392edd8116c77bbd4bb127eba8ca2", "password": "@Password123"}""")
    record ResetPasswordRequest(
            @Schema(description = "From the mail") @NotBlank Secret token,

            @Schema(description = "The new password: 8 to 128 characters, none of the most common ones")
            @NotNull
            @NewPassword
            Secret password) {}

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
    @Says("Resend verification success.")
    @Operation(
            operationId = "resendVerification",
            summary = "Request another verification code. It replaces the one before",
            description = "Answers the same for every address. At most one mail a minute is sent to an address.")
    public Uni<Nothing> resend(@Valid @NotNull EmailRequest request) {
        return requestMail(request, MailTemplate.VERIFY_EMAIL);
    }

    @POST
    @Path("/forgot-password")
    @ResponseStatus(202)
    @Public
    @Says("Forgot password success.")
    @Operation(
            operationId = "forgotPassword",
            summary = "Request a mailed token that sets a new password",
            description = "Answers the same for every address. At most one mail a minute is sent to an address.")
    public Uni<Nothing> forgot(@Valid @NotNull EmailRequest request) {
        return requestMail(request, MailTemplate.RESET_PASSWORD);
    }

    @POST
    @Path("/reset-password")
    @Public
    @Says("Reset password success.")
    @Operation(operationId = "resetPassword", summary = "Set a new password with a mailed token. Ends all sessions")
    public Uni<Nothing> reset(@Valid @NotNull ResetPasswordRequest request) {
        return once.as(Secrets.hash(request.token().value()))
                .perform(Nothing.class, tx -> recovery.reset(tx, request.token(), request.password()));
    }

    private Uni<Nothing> requestMail(EmailRequest request, MailTemplate template) {
        return once.as(EmailAddress.canonical(request.email()))
                .perform(Nothing.class, tx -> recovery.requestMail(tx, request.email(), template))
                .invoke(mails::wake);
    }
}
