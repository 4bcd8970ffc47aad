package dev.regulars.community.server.domain;

import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Says;
import dev.regulars.web.operation.Shows;
import dev.regulars.web.validation.HostName;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/application/domains/{domain}/approve")
@Tag(ref = "Installation")
class DomainApprovalResource {

    /** Whose the domain is to be. */
    @Schema(examples = """
            {"serverId": "66b1f0d3a4d3e5f607182930"}""")
    record DomainApproval(
            @Schema(description = "`_id` of the community") @NotNull @ObjectId
            String serverId) {}

    private final Domains domains;
    private final Once once;

    DomainApprovalResource(Domains domains, Once once) {
        this.domains = domains;
        this.once = once;
    }

    @POST
    @Needs(installationAdmin = true)
    @Says("Approve community domain success.")
    @Operation(
            operationId = "approveCommunityDomain",
            summary = "Say whose a domain is, without a DNS record. A community that had it before loses it")
    @Shows("""
            {"isProven": true, "provenBy": "admin", "provenAt": "2026-03-10T16:15:50.123Z"}""")
    public Uni<DomainView> approve(@HostName String domain, @Valid @NotNull DomainApproval approval) {
        return once.perform(DomainView.class, tx -> domains.approve(tx, approval.serverId(), domain));
    }
}
