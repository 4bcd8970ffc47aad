package dev.regulars.identity.accounts.token;

import dev.regulars.identity.accounts.key.Keys;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.caller.Public;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/internal/credentials/uses")
class UsesResource {

    /** What the gateway has gathered. */
    record UsesReport(@NotNull @Size(max = 1_000) List<@Valid @NotNull PermissionUse> uses) {}

    /** When a key last needed a permission. */
    record PermissionUse(
            @NotNull @ObjectId String keyId,
            @NotNull Permission permission,
            @NotNull Instant at) {}

    private final Keys keys;

    UsesResource(Keys keys) {
        this.keys = keys;
    }

    @POST
    @ResponseStatus(204)
    @Public
    @Operation(summary = "Report which permissions keys needed")
    public Uni<Void> report(@Valid @NotNull UsesReport report) {
        return keys.recordUses(report.uses().stream()
                .map(one -> new Keys.PermissionUse(one.keyId(), one.permission(), one.at()))
                .toList());
    }
}
