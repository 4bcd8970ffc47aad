package dev.regulars.gamification.ledger.audit;

import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.operation.Says;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/application/ledger/audit")
@Tag(ref = "Ledger")
class AuditResource {

    private final Audit audit;
    private final Caller caller;

    AuditResource(Audit audit, Caller caller) {
        this.audit = audit;
        this.caller = caller;
    }

    @GET
    @Needs(level = Level.ADMIN, permission = Permission.LEDGER)
    @Says("Audit ledger success.")
    @Operation(
            operationId = "auditLedger",
            summary = "Compare every balance with the sum of its postings, as of one moment")
    public Uni<AuditView> audit() {
        return audit.of(caller.community());
    }
}
