package dev.regulars.identity.accounts.token;

import static dev.regulars.web.refusal.Kind.UNAUTHENTICATED;

import dev.regulars.web.caller.Public;
import dev.regulars.web.operation.Refuses;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

@Path("/internal/credentials/resolve")
class CredentialResource {

    /**
     * What a caller brought.
     *
     * @param community that the call is about, where its address names one
     */
    record PresentedCredential(
            @NotNull Scheme scheme,
            @NotBlank String value,
            @Nullable String community) {

        @Override
        public String toString() {
            return "PresentedCredential by " + scheme;
        }
    }

    /** How a credential was brought; the constants are the names on the wire. */
    enum Scheme {
        /** {@code Authorization: Bearer}: a community key or a login token. */
        bearer,
        /** {@code x-api-key}: a system key. */
        apiKey,
        /** A service of the suite, with its proof. */
        service
    }

    /**
     * An internal token, for a minute.
     *
     * @param expiresAt when the credential or the token is over, whichever comes first
     * @param keys tags of all that may change it: an answer is stale once one of them is told on {@code identity.callers}
     */
    record ExchangedToken(String token, Instant expiresAt, List<String> keys) {

        @Override
        public String toString() {
            return "ExchangedToken until " + expiresAt;
        }
    }

    private final CredentialResolver resolver;

    CredentialResource(CredentialResolver resolver) {
        this.resolver = resolver;
    }

    @POST
    @Public
    @Operation(summary = "Trade a credential for an internal token")
    @Refuses(kind = UNAUTHENTICATED, when = "The credential is not known, or over")
    public Uni<ExchangedToken> exchange(@Valid @NotNull PresentedCredential credential) {
        return resolver.exchange(credential);
    }
}
