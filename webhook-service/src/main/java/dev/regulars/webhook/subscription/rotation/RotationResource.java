package dev.regulars.webhook.subscription.rotation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.operation.Shows;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.validation.ObjectId;
import dev.regulars.web.value.Secret;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/application/webhooks/{id}")
@Tag(name = "Webhooks")
class RotationResource {

    private static final String ID = "`_id` of the webhook";
    private static final String OVERLAP = "How long the old one goes on; 24 when absent";
    private static final int DAY = 24;

    /** For how long both hold. */
    @Schema(examples = "{\"overlapHours\": 24}")
    record SecretRotation(
            @Schema(description = OVERLAP, defaultValue = "24") @Min(0) @Max(168) @Nullable
            Integer overlapHours) {

        Duration overlap() {
            return Duration.ofHours(overlapHours == null ? DAY : overlapHours);
        }
    }

    /** The new secret of the signatures. */
    record RotatedSecret(
            Secret secret,

            @Schema(description = "Until then both secrets sign")
            Instant previousSecretExpiresAt) {}

    /** The next key. */
    @Schema(examples = "{\"overlapHours\": 24}")
    record KeyRotation(
            @Schema(description = "32 ASCII characters; generated and returned once where it is absent")
            @Size(min = 32, max = 32, message = "must be 32 ASCII characters")
            @Nullable
            Secret aesKey,

            @Schema(description = "As JWK, where `alg` uses one") @Nullable
            Map<String, Object> publicKey,

            @Schema(description = OVERLAP, defaultValue = "24") @Min(0) @Max(168) @Nullable
            Integer overlapHours) {

        Duration overlap() {
            return Duration.ofHours(overlapHours == null ? DAY : overlapHours);
        }
    }

    /** The next key of the encryption. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RotatedKey(
            @Schema(description = "Names the key, as the header `x-encryption-key-id` does")
            String keyId,

            @Schema(description = "From then on the key encrypts, retries too")
            Instant switchAt,

            @Schema(description = "Generated key, in this answer only") @Nullable
            Secret aesKey) {}

    private final Rotations rotations;
    private final Once once;

    RotationResource(Rotations rotations, Once once) {
        this.rotations = rotations;
        this.once = once;
    }

    @POST
    @Path("/rotate-secret")
    @Needs(level = Level.ADMIN, permission = Permission.WEBHOOKS)
    @Says("Rotate webhook secret success.")
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Replace the secret of the signatures. The secret is returned only once")
    @Shows("""
            {"secret": "whsec_TJXnBRyUhP5q7GB87SJQ0xHtlRhMhW62l57Z6174k2Q=",
             "previousSecretExpiresAt": "2026-03-11T16:15:50.123Z"}""")
    public Uni<RotatedSecret> rotateSecret(
            @Parameter(description = ID) @ObjectId String id,
            @RequestBody(required = false) @Valid @Nullable SecretRotation rotation) {
        Duration overlap = rotation == null ? Duration.ofHours(DAY) : rotation.overlap();
        return once.perform(RotatedSecret.class, tx -> rotations.rotateSecret(tx, id, overlap));
    }

    @POST
    @Path("/rotate-key")
    @Needs(level = Level.ADMIN, permission = Permission.WEBHOOKS)
    @Says("Rotate webhook key success.")
    @Refuses(kind = Kind.CONFLICT, when = "The webhook has no encryption")
    @Operation(
            operationId = "rotateWebhookKey",
            summary = "Announce the next key of the encryption. A generated key is returned only once")
    @Shows("""
            {"keyId": "50c49c0e6e067c8e", "switchAt": "2026-03-11T16:15:50.123Z",
             "aesKey": "ZOvkXS_9pEd6BfC3MF2OQfRIy9Yd3KD0"}""")
    public Uni<RotatedKey> rotateKey(
            @Parameter(description = ID) @ObjectId String id,
            @RequestBody(required = false) @Valid @Nullable KeyRotation rotation) {
        var wanted = rotation == null ? new KeyRotation(null, null, null) : rotation;
        return once.perform(RotatedKey.class, tx -> rotations.rotateKey(tx, id, wanted));
    }
}
