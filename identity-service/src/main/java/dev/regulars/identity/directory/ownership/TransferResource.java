package dev.regulars.identity.directory.ownership;

import static dev.regulars.web.caller.Level.OWNER;
import static dev.regulars.web.refusal.Kind.CONFLICT;
import static dev.regulars.web.refusal.Kind.NOT_FOUND;

import dev.regulars.identity.directory.ownership.Transfers.TransferView;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.operation.call.CurrentOperation;
import dev.regulars.web.value.Secret;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/application/communities/{communityId}/transfer")
@Tag(ref = "Communities")
class TransferResource {

    /**
     * Who is to own the community.
     *
     * @param userId of a member: decimal id, {@code _id} or e-mail address
     * @param password of the caller
     */
    @Schema(name = "CommunityTransfer", examples = """
            {"userId": "43", "password": "StrongPass1!"}""")
    record TransferRequest(
            @Schema(description = "A member: decimal id, `_id` or e-mail address") @NotBlank @Size(max = 254)
            String userId,

            @Schema(description = "The caller's own") @NotNull
            Secret password) {}

    private final Transfers transfers;
    private final Caller caller;
    private final CurrentOperation operation;

    TransferResource(Transfers transfers, Caller caller, CurrentOperation operation) {
        this.transfers = transfers;
        this.caller = caller;
        this.operation = operation;
    }

    @POST
    @Needs(level = OWNER)
    @Says("Transfer community success.")
    @Refuses(kind = NOT_FOUND, when = "The user is no member")
    @Refuses(kind = CONFLICT, when = "The community has another owner by now")
    @Operation(
            operationId = "transferCommunity",
            summary = "Make another member the owner of a community; the owner before stays an admin")
    public Uni<TransferView> transfer(@Valid @NotNull TransferRequest request) {
        return transfers.transfer(
                caller.community(), caller.accountId(), request.userId(), request.password(), operation.call());
    }
}
