package dev.regulars.analysis.loyalty.overview;

import static dev.regulars.web.caller.Permission.ANALYTICS;

import dev.regulars.analysis.loyalty.rollup.LoyaltyMetric;
import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Says;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/application/analytics/loyalty-overview/{metric}")
@Needs(level = Level.ADMIN, permission = ANALYTICS)
@Tag(ref = "Community analytics")
class LoyaltyMetricResource {

    private final LoyaltyOverviews overviews;
    private final Once once;

    LoyaltyMetricResource(LoyaltyOverviews overviews, Once once) {
        this.overviews = overviews;
        this.once = once;
    }

    @GET
    @Says("Get loyalty metric success.")
    @Operation(operationId = "getLoyaltyMetric", summary = "Get one figure with its definition and what it is made of")
    public Uni<MetricDetail> get(
            @PathParam("metric")
                    @Parameter(
                            description =
                                    "`members-total`, `members-active`, `members-new`, `xp-earned`, `coins-earned`, "
                                            + "`coins-spent`, `redemptions`, `engagement`, `streaks`, `referrals` or `tiers`",
                            example = "members-new")
                    String metric,
            @BeanParam OverviewQuery query,
            @QueryParam("by")
                    @Parameter(
                            description =
                                    "What the rows are: `day` (the default), `week`, `month`, or `source` where a figure has "
                                            + "sources; `tier` for tiers",
                            example = "day")
                    @Nullable
                    String by) {
        return once.read(tx -> overviews.detail(tx, LoyaltyMetric.of(metric), query, by));
    }
}
