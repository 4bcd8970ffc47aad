package dev.regulars.analysis.exchange;

import static dev.regulars.web.caller.Permission.ANALYSIS;
import static dev.regulars.web.caller.Permission.READ_OWN_PROFILE;

import dev.regulars.analysis.authorlookup.Authors;
import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Says;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

@Path("/application/analysis")
@Tag(ref = "Chart analysis")
class ExchangeResource {

    private final Exchange exchange;
    private final Authors authors;
    private final Once once;
    private final Caller caller;

    ExchangeResource(Exchange exchange, Authors authors, Once once, Caller caller) {
        this.exchange = exchange;
        this.authors = authors;
        this.once = once;
        this.caller = caller;
    }

    @POST
    @Path("/import")
    @ResponseStatus(201)
    @Needs(level = Level.ADMIN, permission = ANALYSIS)
    @Says("Import analysis success.")
    @Operation(operationId = "importAnalysis", summary = "Create an analysis from a charting library's document")
    public Uni<ImportRequest.ImportedAnalysis> create(@Valid @NotNull ImportRequest request) {
        return once.perform(
                ImportRequest.ImportedAnalysis.class,
                () -> authors.find(caller.community(), request.sender()),
                (tx, author) -> exchange.create(tx, author, request));
    }

    @GET
    @Path("/{analysisId}/export")
    @Needs(level = Level.MEMBER, permission = ANALYSIS, userKey = READ_OWN_PROFILE)
    @Says("Export analysis success.")
    @Operation(operationId = "exportAnalysis", summary = "Get an analysis in the form of a charting library")
    public Uni<ExportedAnalysis> export(
            @Parameter(example = "66b1f4d5a4d3e5f6071829aa") @ObjectId String analysisId,
            @QueryParam("format")
                    @NotBlank
                    @Parameter(description = "`svg`, `klinecharts` or `echarts`", example = "klinecharts")
                    String format) {
        String reader = reader();
        return once.read(tx -> exchange.export(tx, analysisId, reader, ExchangeFormat.of(format)));
    }

    @GET
    @Path("/{analysisId}/preview")
    @Produces("image/svg+xml")
    @Needs(level = Level.MEMBER, permission = ANALYSIS, userKey = READ_OWN_PROFILE)
    @Operation(operationId = "previewAnalysis", summary = "Get a picture of an analysis")
    public Uni<String> preview(@Parameter(example = "66b1f4d5a4d3e5f6071829aa") @ObjectId String analysisId) {
        String reader = reader();
        return once.read(tx -> exchange.preview(tx, analysisId, reader));
    }

    /** Keys of the community and admins see all channels, other members what the channel shows them. */
    private @Nullable String reader() {
        boolean seesAll =
                switch (caller.kind()) {
                    case KEY -> true;
                    case USER -> !caller.isBelowAdmin();
                    default -> false;
                };
        return seesAll ? null : caller.accountId();
    }
}
