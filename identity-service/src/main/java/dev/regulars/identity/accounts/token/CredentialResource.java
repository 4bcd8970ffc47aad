package dev.regulars.identity.accounts.token;

import static dev.regulars.web.refusal.Kind.UNAUTHENTICATED;

import dev.regulars.web.caller.Public;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.value.Secret;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

@Path("/internal/credentials/resolve")
class CredentialResource {

    /**
     * A credential as it came in.
     *
     * @param userId that came with a token of Rocket.Chat's login
     * @param community that the path or query names, if any
     */
    record PresentedCredential(
            @NotNull Scheme scheme,
            @NotBlank Secret value,
            @Nullable String userId,
            @Nullable String community) {}

    /** Where a credential came from; the constants are the names on the wire. */
    enum Scheme {
        /** {@code Authorization: Bearer}: a community key or a login token. */
        bearer,
        /** {@code x-api-key}: a system key. */
        apiKey,
        /** {@code X-Auth-Token} with {@code X-User-Id}: the token of Rocket.Chat's login, or a login token. */
        tokenAndUser,
        /** A service of the suite, with its proof. */
        service
    }

    /**
     * An internal token for a minute.
     *
     * @param expiresAt when the credential or the token expires, whichever is first
     * @param keys tags of the changes that invalidate it, as emitted on {@code identity.callers}
     * @param origins whose web pages may read the answers
     * @param limits requests a minute by {@code key}, {@code user} and {@code community}, below those of the gateway
     */
    record ExchangedToken(
            Secret token, Instant expiresAt, List<String> keys, List<String> origins, Map<String, Integer> limits) {}

    private final CredentialResolver resolver;

    CredentialResource(CredentialResolver resolver) {
        this.resolver = resolver;
    }

    @POST
    @Public
    @Operation(summary = "Exchange a credential for an internal token")
    @Refuses(kind = UNAUTHENTICATED, when = "The credential is unknown or has expired")
    public Uni<ExchangedToken> exchange(@Valid @NotNull PresentedCredential credential) {
        return resolver.exchange(credential);
    }
}
