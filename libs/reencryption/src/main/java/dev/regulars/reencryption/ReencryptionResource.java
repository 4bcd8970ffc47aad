package dev.regulars.reencryption;

import dev.regulars.reencryption.Reencryption.Outcome;
import dev.regulars.web.caller.Needs;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Of every service that stores secrets. */
@Path("/internal/secrets/renew")
class ReencryptionResource {

    private final Reencryption reencryption;

    ReencryptionResource(Reencryption reencryption) {
        this.reencryption = reencryption;
    }

    @POST
    @Needs(service = true)
    @Operation(
            summary =
                    "Re-encrypt all stored secrets with the current master key. Repeat the call if it was interrupted")
    public Uni<Outcome> renew() {
        return reencryption.run();
    }
}
