package dev.regulars.identity.accounts.signing;

import dev.regulars.web.caller.Needs;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

@Path("/internal/signing-keys/rotate")
class RotationResource {

    /** All keys, the oldest first. */
    record Rotation(List<Key> keys) {

        static Rotation of(KeyRing<String> ring) {
            return new Rotation(ring.keys().stream()
                    .map(key -> new Key(key.key(), key.signsFrom(), key.acceptedUntil()))
                    .toList());
        }
    }

    /** @param acceptedUntil absent for the newest */
    record Key(String kid, Instant signsFrom, @Nullable Instant acceptedUntil) {}

    private final SigningKeys keys;

    RotationResource(SigningKeys keys) {
        this.keys = keys;
    }

    @POST
    @Needs(service = true)
    @Operation(
            summary =
                    "Rotate the signing key. The new key signs once every service knows it; a repeat before changes nothing")
    public Uni<Rotation> rotate() {
        return keys.rotate().map(Rotation::of);
    }
}
