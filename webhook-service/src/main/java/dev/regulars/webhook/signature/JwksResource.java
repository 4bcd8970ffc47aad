package dev.regulars.webhook.signature;

import dev.regulars.web.caller.Public;
import dev.regulars.web.operation.Shows;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/application/webhooks/jwks")
@Tag(name = "Webhooks")
class JwksResource {

    /** A JWK set (RFC 7517). */
    record JwkSet(List<Jwk> keys) {}

    /** A public key (RFC 8037). */
    record Jwk(
            String kty,
            String crv,

            @Schema(description = "The public key, base64url")
            String x,

            String kid,
            String alg,
            String use) {}

    private final SigningKeys keys;

    JwksResource(SigningKeys keys) {
        this.keys = keys;
    }

    @GET
    @Public
    @Operation(
            operationId = "getWebhookKeys",
            summary = "Get the public keys of `v1a` and `rfc9421` signatures, as a JWK set")
    @Shows("""
            {"keys": [{"kty": "OKP", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
                       "kid": "5a3cbb0fe5f0b3f2", "alg": "EdDSA", "use": "sig"}]}""")
    public Uni<JwkSet> keys() {
        return keys.pair()
                .map(pair -> new JwkSet(List.of(
                        new Jwk("OKP", "Ed25519", pair.publicKey(), pair.key().keyId(), "EdDSA", "sig"))));
    }
}
