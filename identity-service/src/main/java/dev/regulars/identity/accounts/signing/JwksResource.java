package dev.regulars.identity.accounts.signing;

import dev.regulars.web.caller.Public;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jose4j.jwk.JsonWebKey;

@Path("/internal/jwks")
class JwksResource {

    /** A JWK set, as RFC 7517 has it. */
    record Jwks(List<Map<String, Object>> keys) {}

    private final SigningKeys keys;

    JwksResource(SigningKeys keys) {
        this.keys = keys;
    }

    @GET
    @Public
    @Operation(summary = "Public halves of the keys that sign tokens")
    public Jwks read() {
        return new Jwks(keys.accepted().stream()
                .map(key -> key.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY))
                .toList());
    }
}
