package dev.regulars.identity.accounts.registration;

import static dev.regulars.web.refusal.Kind.CONFLICT;
import static dev.regulars.web.refusal.Kind.TOO_MANY;

import dev.regulars.eventing.once.Once;
import dev.regulars.identity.accounts.mail.Language;
import dev.regulars.identity.accounts.mail.MailWorker;
import dev.regulars.identity.accounts.throttle.Bucket;
import dev.regulars.identity.accounts.throttle.ClientAddress;
import dev.regulars.identity.accounts.throttle.Throttles;
import dev.regulars.identity.name.EmailAddress;
import dev.regulars.web.caller.Public;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/system/auth")
@Tag(name = "Accounts", description = "Registration, verification, login, sessions, profile")
class RegistrationResource {

    private final Registrations registrations;
    private final MailWorker mails;
    private final Throttles throttles;
    private final Once once;

    RegistrationResource(Registrations registrations, MailWorker mails, Throttles throttles, Once once) {
        this.registrations = registrations;
        this.mails = mails;
        this.throttles = throttles;
        this.once = once;
    }

    @POST
    @Path("/register")
    @Public
    @Says("User has been registered successfully")
    @Operation(operationId = "registerAccount", summary = "Register an account. A verification code is mailed")
    @Refuses(kind = CONFLICT, when = "The username is taken")
    public Uni<RegisteredView> register(
            @Valid @NotNull NewAccount account,
            @Parameter(description = "Language of mails to the account") @HeaderParam("Accept-Language") @Nullable
                    String languages) {
        return once.as(EmailAddress.canonical(account.email()))
                .perform(
                        RegisteredView.class,
                        () -> registrations.draft(account, Language.bestOf(languages)),
                        registrations::register)
                .plug(Registrations::lookingOnceMore)
                .invoke(mails::wake);
    }

    @POST
    @Path("/verify-email")
    @Public
    @Says("Email has been verified successfully")
    @Operation(operationId = "verifyEmail", summary = "Verify an e-mail address with a mailed code")
    @Refuses(kind = CONFLICT, when = "Another account has taken the username in the meantime")
    @Refuses(kind = TOO_MANY, when = "Too many wrong guesses")
    public Uni<VerifiedView> verify(@Valid @NotNull VerifyEmailRequest request, @Context HttpServerRequest call) {
        String emailKey = EmailAddress.canonical(request.email());
        var verification = once.as(emailKey);
        return throttles
                .attempt(
                        List.of(Bucket.address(ClientAddress.of(call)), Bucket.code(emailKey)),
                        () -> verification.perform(
                                VerifiedView.class, tx -> registrations.verify(tx, emailKey, request.code())))
                .invoke(mails::wake);
    }
}
