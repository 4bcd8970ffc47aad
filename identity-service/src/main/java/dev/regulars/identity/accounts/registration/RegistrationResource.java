package dev.regulars.identity.accounts.registration;

import static dev.regulars.web.refusal.Kind.CONFLICT;
import static dev.regulars.web.refusal.Kind.TOO_MANY;
import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.HEADER;

import dev.regulars.eventing.once.Call;
import dev.regulars.eventing.once.Once;
import dev.regulars.identity.accounts.mail.Language;
import dev.regulars.identity.accounts.mail.MailWorker;
import dev.regulars.identity.accounts.throttle.Bucket;
import dev.regulars.identity.accounts.throttle.ClientAddress;
import dev.regulars.identity.accounts.throttle.Throttles;
import dev.regulars.identity.name.EmailAddress;
import dev.regulars.web.caller.Public;
import dev.regulars.web.family.SystemReply;
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
@Tag(name = "Accounts", description = "People: sign up, confirm an address, log in")
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
    @Operation(operationId = "registerAccount", summary = "Register an account; a mail with a code follows")
    @Parameter(
            name = "Accept-Language",
            in = HEADER,
            description = "What to speak to the new person in, until they say more")
    @Says("User has been registered successfully")
    @Refuses(kind = CONFLICT, when = "Somebody has this username or address")
    public Uni<SystemReply<RegisteredView>> register(
            @Valid @NotNull NewAccount account,
            @HeaderParam(Once.HEADER) @Nullable String key,
            @HeaderParam("Accept-Language") @Nullable String languages) {
        account.checkPasswords();
        var call = new Call(
                Call.NONE, EmailAddress.canonical(account.email()), "register", key, account.withoutPassword());
        return registrations
                .draft(account, Language.bestOf(languages))
                .chain(draft -> once.perform(call, RegisteredView.class, tx -> registrations.register(tx, draft))
                        .onFailure(Registrations::isTaken)
                        .retry()
                        .atMost(1))
                .invoke(mails::wake)
                .map(done -> SystemReply.of("User has been registered successfully", done));
    }

    @POST
    @Path("/verify-email")
    @Public
    @Operation(operationId = "verifyEmail", summary = "Show by a mailed code that an address is one's own")
    @Says("Email has been verified successfully")
    @Refuses(kind = TOO_MANY, when = "Too many wrong guesses")
    public Uni<SystemReply<VerifiedView>> verify(
            @Valid @NotNull VerifyEmailRequest code,
            @HeaderParam(Once.HEADER) @Nullable String key,
            @Context HttpServerRequest request) {
        var call = new Call(Call.NONE, EmailAddress.canonical(code.email()), "verify e-mail", key, code);
        String emailKey = EmailAddress.canonical(code.email());
        return throttles
                .attempt(
                        List.of(Bucket.address(ClientAddress.of(request)), Bucket.code(emailKey)),
                        () -> once.perform(
                                call, VerifiedView.class, tx -> registrations.verify(tx, code.email(), code.code())))
                .invoke(mails::wake)
                .map(done -> SystemReply.of("Email has been verified successfully", done));
    }
}
