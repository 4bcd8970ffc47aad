package dev.regulars.web.page;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** A part behind a number of others: {@code @Valid @BeanParam BySkip page}. */
public class BySkip {

    private static final int LIMIT = 20;

    @QueryParam("skip")
    @WholeNumber(min = 0, max = 1_000_000)
    @Parameter(description = "How many to leave out", schema = @Schema(type = SchemaType.INTEGER, defaultValue = "0"))
    @Nullable
    String skip;

    @QueryParam("limit")
    @WholeNumber(min = 1, max = 100)
    @Parameter(description = "How many at most", schema = @Schema(type = SchemaType.INTEGER, defaultValue = "20"))
    @Nullable
    String limit;

    public PageRequest request() {
        return PageRequest.ofSkip(
                skip == null ? 0 : Integer.parseInt(skip), limit == null ? LIMIT : Integer.parseInt(limit));
    }
}
