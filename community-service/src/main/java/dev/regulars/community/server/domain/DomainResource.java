package dev.regulars.community.server.domain;

import static dev.regulars.web.refusal.Kind.CONFLICT;
import static dev.regulars.web.refusal.Kind.UNAVAILABLE;

import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.operation.Shows;
import dev.regulars.web.validation.HostName;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/application/communities/{communityId}/domain")
@Needs(level = Level.ADMIN, permission = Permission.APPEARANCE)
@Tag(ref = "Communities")
class DomainResource {

    /** A domain to look up. */
    @Schema(examples = """
            {"domain": "chess.example.com"}""")
    record DomainVerification(
            @Schema(description = "A host name whose zone has the record") @NotNull @HostName
            String domain) {}

    private final Domains domains;
    private final Once once;
    private final Caller caller;

    DomainResource(Domains domains, Once once, Caller caller) {
        this.domains = domains;
        this.once = once;
        this.caller = caller;
    }

    @GET
    @Says("Read community domain success.")
    @Operation(
            operationId = "getCommunityDomain",
            summary = "Get the domain of a community, and the DNS record that proves it")
    public Uni<DomainView> get() {
        return once.read(domains::get);
    }

    @POST
    @Path("/verify")
    @Says("Verify community domain success.")
    @Refuses(kind = CONFLICT, when = "The zone of the domain has no such record")
    @Refuses(kind = UNAVAILABLE, when = "No name server answered")
    @Operation(
            operationId = "verifyCommunityDomain",
            summary = "Prove a domain by its DNS record. It is the community's then; one that had it before loses it")
    @Shows("""
            {"isProven": true, "provenBy": "dns", "provenAt": "2026-03-10T16:15:50.123Z"}""")
    public Uni<DomainView> verify(@Valid @NotNull DomainVerification wanted) {
        var community = caller.community();
        return once.perform(
                DomainView.class,
                () -> domains.record(community, wanted.domain()),
                (tx, record) -> domains.verify(tx, wanted.domain(), record));
    }
}
