package dev.regulars.analysis.chart;

import static dev.regulars.web.caller.Permission.ANALYSIS;

import dev.regulars.analysis.authorlookup.Authors;
import dev.regulars.analysis.chart.CreateAnalysisRequest.CreatedAnalysis;
import dev.regulars.eventing.once.IdempotentOperation;
import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Says;
import dev.regulars.web.page.ByPage;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

@Path("/integration/analysis/{communityId}/channels/{channelId}")
@Needs(level = Level.ADMIN, permission = ANALYSIS)
@Tag(name = "Chart analysis", description = "Analyses of charts, with drawings and price levels, published in channels")
class ChannelAnalysisResource {

    private final Analyses analyses;
    private final Authors authors;
    private final Once once;
    private final Caller caller;

    ChannelAnalysisResource(Analyses analyses, Authors authors, Once once, Caller caller) {
        this.analyses = analyses;
        this.authors = authors;
        this.once = once;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(201)
    @Says("Analysis created successfully")
    @Operation(operationId = "createAnalysis", summary = "Create an analysis")
    public Uni<CreatedAnalysis> create(
            @Parameter(example = "66b1f2c3a4d3e5f607182941") @ObjectId String channelId,
            @Valid @NotNull CreateAnalysisRequest analysis) {
        return under(analysis.idempotencyKey())
                .perform(
                        CreatedAnalysis.class,
                        () -> authors.find(caller.community(), analysis.sender()),
                        (tx, author) -> analyses.create(tx, author, channelId, analysis));
    }

    @GET
    @Says("")
    @Operation(operationId = "listAnalyses", summary = "List the analyses of a channel, the newest first")
    public Uni<AnalysisList> list(
            @Parameter(example = "66b1f2c3a4d3e5f607182941") @ObjectId String channelId,
            @Valid @BeanParam ByPage page) {
        return once.read(tx -> analyses.list(tx, channelId, page.request()));
    }

    /** The key in the body counts before the header's. */
    private IdempotentOperation under(@Nullable String key) {
        return key == null ? once.request() : once.request().under(key);
    }
}
