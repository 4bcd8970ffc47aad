package dev.regulars.gamification.balance;

import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/internal/balances/{community}/{accountId}")
class InternalBalanceResource {

    private final MemberBalances balances;
    private final Caller caller;

    InternalBalanceResource(MemberBalances balances, Caller caller) {
        this.balances = balances;
        this.caller = caller;
    }

    @GET
    @Needs(service = true)
    @Operation(operationId = "readBalance", summary = "Read what a member has; who never had a posting has nothing")
    public Uni<InternalBalanceView> read(@ObjectId String community, @ObjectId String accountId) {
        return balances.ofAccount(caller.community(community), accountId);
    }
}
