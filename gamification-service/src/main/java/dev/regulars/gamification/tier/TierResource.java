package dev.regulars.gamification.tier;

import dev.regulars.eventing.once.Once;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.tier.TierViews.GrantRequest;
import dev.regulars.gamification.tier.TierViews.GrantView;
import dev.regulars.gamification.tier.TierViews.TiersRequest;
import dev.regulars.gamification.tier.TierViews.TiersView;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.refusal.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/application/tiers")
@Tag(name = "Tiers and XP", description = "What actions earn, and what members reach by it")
class TierResource {

    private final Tiers tiers;
    private final Once once;
    private final Caller caller;

    TierResource(Tiers tiers, Once once, Caller caller) {
        this.tiers = tiers;
        this.once = once;
        this.caller = caller;
    }

    @GET
    @Needs(level = Level.ADMIN, permission = Permission.TIERS)
    @Says("Read tiers success.")
    @Operation(operationId = "getTiers", summary = "Read the tiers of a community")
    public Uni<TiersView> get() {
        return tiers.get(caller.community());
    }

    @PUT
    @Needs(level = Level.ADMIN, permission = Permission.TIERS)
    @Says("Update tiers success.")
    @Operation(
            operationId = "defineTiers",
            summary = "Define the tiers of a community; tiers that are left out are deleted")
    public Uni<TiersView> define(@Valid @NotNull TiersRequest request) {
        return once.together(TiersView.class, tx -> tiers.define(tx, request));
    }

    @PUT
    @Path("/members/{userId}")
    @Needs(level = Level.ADMIN, permission = Permission.TIERS)
    @Says("Update tier success.")
    @Refuses(kind = Kind.CONFLICT, when = "The member is in a higher tier")
    @Operation(operationId = "grantTier", summary = "Give a member a higher tier than the XP has reached")
    public Uni<GrantView> grant(
            @Size(max = 24) @Parameter(description = "Decimal userId or _id") String userId,
            @Valid @NotNull GrantRequest request) {
        CommunityId community = caller.community();
        return once.perform(
                GrantView.class,
                () -> tiers.person(community, userId),
                (tx, person) -> tiers.grant(tx, person, request));
    }
}
