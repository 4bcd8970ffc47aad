package dev.regulars.analysis.chart;

import static dev.regulars.web.caller.Permission.ANALYSIS;

import dev.regulars.analysis.authorlookup.Authors;
import dev.regulars.analysis.drawing.DrawingPatch;
import dev.regulars.analysis.drawing.DrawingPatch.UpdatedDrawing;
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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/application/analysis/{analysisId}/drawings/{drawingId}")
@Needs(level = Level.ADMIN, permission = ANALYSIS)
@Tag(ref = "Chart analysis")
class DrawingResource {

    private final Analyses analyses;
    private final Authors authors;
    private final Once once;
    private final Caller caller;

    DrawingResource(Analyses analyses, Authors authors, Once once, Caller caller) {
        this.analyses = analyses;
        this.authors = authors;
        this.once = once;
        this.caller = caller;
    }

    @PATCH
    @Says("Update drawing success.")
    @Refuses(kind = Kind.CONFLICT, when = "The analysis has expired, or has an object of the same name")
    @Refuses(kind = Kind.PRECONDITION_FAILED, when = "The analysis is no longer what `If-Match` names")
    @Operation(operationId = "updateDrawing", summary = "Update one drawing of an analysis")
    public Uni<UpdatedDrawing> update(
            @Parameter(example = "66b1f4d5a4d3e5f6071829aa") @ObjectId String analysisId,
            @Parameter(example = "66b1f4d5a4d3e5f6071829ab") @ObjectId String drawingId,
            @Parameter(description = "Only while the analysis is what one of these tags names")
                    @HeaderParam("If-Match")
                    @Nullable
                    EntityTags ifMatch,
            @Valid @NotNull DrawingPatch changes) {
        return once.perform(
                UpdatedDrawing.class,
                () -> authors.find(caller.community(), changes.sender()),
                (tx, by) -> analyses.updateDrawing(tx, by, analysisId, drawingId, ifMatch, changes));
    }
}
