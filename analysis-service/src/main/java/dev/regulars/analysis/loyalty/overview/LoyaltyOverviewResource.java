package dev.regulars.analysis.loyalty.overview;

import static dev.regulars.web.caller.Permission.ANALYTICS;

import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Says;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/integration/analytics/loyalty-overview")
@Needs(level = Level.ADMIN, permission = ANALYTICS)
@Tag(name = "Community analytics", description = "Figures of a community, rolled up from what happens in it")
class LoyaltyOverviewResource {

    private final LoyaltyOverviews overviews;
    private final Once once;

    LoyaltyOverviewResource(LoyaltyOverviews overviews, Once once) {
        this.overviews = overviews;
        this.once = once;
    }

    @GET
    @Says("")
    @Operation(operationId = "getLoyaltyOverview", summary = "Get the figures of a range of days")
    public Uni<LoyaltyOverview> get(@BeanParam OverviewQuery query) {
        return once.read(tx -> overviews.overview(tx, query));
    }
}
