package dev.regulars.analysis.chart;

import static dev.regulars.web.caller.Permission.ANALYSIS;

import dev.regulars.analysis.authorlookup.Authors;
import dev.regulars.analysis.chart.AppendDrawingsRequest.AppendedDrawings;
import dev.regulars.analysis.chart.CreateAnalysisRequest.CreatedAnalysis;
import dev.regulars.analysis.chart.UpdateAnalysisRequest.UpdatedAnalysis;
import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.http.EntityTags;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/integration/analysis/{analysisId}")
@Needs(level = Level.ADMIN, permission = ANALYSIS)
@Tag(ref = "Chart analysis")
class AnalysisResource {

    private final Analyses analyses;
    private final Authors authors;
    private final Once once;
    private final Caller caller;

    AnalysisResource(Analyses analyses, Authors authors, Once once, Caller caller) {
        this.analyses = analyses;
        this.authors = authors;
        this.once = once;
        this.caller = caller;
    }

    @GET
    @Says("")
    @Operation(operationId = "getAnalysis", summary = "Get an analysis")
    public Uni<AnalysisDetail> get(@Parameter(example = "66b1f4d5a4d3e5f6071829aa") @ObjectId String analysisId) {
        return once.read(tx -> analyses.get(tx, analysisId));
    }

    @PATCH
    @Says("Analysis updated successfully")
    @Refuses(kind = Kind.CONFLICT, when = "The analysis has expired")
    @Refuses(kind = Kind.PRECONDITION_FAILED, when = "The analysis is no longer what `If-Match` names")
    @Operation(operationId = "updateAnalysis", summary = "Update an analysis")
    public Uni<UpdatedAnalysis> update(
            @Parameter(example = "66b1f4d5a4d3e5f6071829aa") @ObjectId String analysisId,
            @Parameter(description = "Only while the analysis is what one of these tags names")
                    @HeaderParam("If-Match")
                    @Nullable
                    EntityTags ifMatch,
            @Valid @NotNull UpdateAnalysisRequest changes) {
        return once.perform(
                UpdatedAnalysis.class,
                () -> authors.find(caller.community(), changes.sender()),
                (tx, by) -> analyses.update(tx, by, analysisId, ifMatch, changes));
    }

    @POST
    @Path("/drawings")
    @Says("Drawings appended successfully")
    @Refuses(
            kind = Kind.CONFLICT,
            when = "The analysis has expired, has 200 drawings, or has an object of the same name")
    @Refuses(kind = Kind.PRECONDITION_FAILED, when = "The analysis is no longer what `If-Match` names")
    @Operation(operationId = "appendDrawings", summary = "Append drawings to an analysis")
    public Uni<AppendedDrawings> append(
            @Parameter(example = "66b1f4d5a4d3e5f6071829aa") @ObjectId String analysisId,
            @Parameter(description = "Only while the analysis is what one of these tags names")
                    @HeaderParam("If-Match")
                    @Nullable
                    EntityTags ifMatch,
            @Valid @NotNull AppendDrawingsRequest request) {
        return once.perform(
                AppendedDrawings.class,
                () -> authors.find(caller.community(), request.sender()),
                (tx, by) -> analyses.append(tx, by, analysisId, ifMatch, request.drawings()));
    }

    @DELETE
    @Says("Analysis deleted successfully")
    @Operation(operationId = "deleteAnalysis", summary = "Delete an analysis")
    public Uni<CreatedAnalysis> delete(@Parameter(example = "66b1f4d5a4d3e5f6071829aa") @ObjectId String analysisId) {
        return once.perform(CreatedAnalysis.class, tx -> analyses.delete(tx, analysisId));
    }
}
