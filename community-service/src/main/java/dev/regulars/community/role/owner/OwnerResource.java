package dev.regulars.community.role.owner;

import dev.regulars.community.role.owner.OwnerTransfer.TransferRequest;
import dev.regulars.community.role.owner.OwnerTransfer.TransferView;
import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.refusal.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/internal/servers/owner")
class OwnerResource {

    private final OwnerTransfer transfers;
    private final Once once;
    private final Caller caller;

    OwnerResource(OwnerTransfer transfers, Once once, Caller caller) {
        this.transfers = transfers;
        this.once = once;
        this.caller = caller;
    }

    @POST
    @Needs(service = true)
    @Operation(operationId = "transferOwnership", summary = "Make another member the owner of a community")
    @Refuses(kind = Kind.NOT_FOUND, when = "The new owner is no member")
    @Refuses(kind = Kind.CONFLICT, when = "The community has another owner")
    public Uni<TransferView> transfer(@Valid @NotNull TransferRequest transfer) {
        return once.request()
                .in(caller.community(transfer.communityId()))
                .together(TransferView.class, tx -> transfers.transfer(tx, transfer));
    }
}
