package dev.regulars.web.page;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** A part that begins where another ended, as our own calls have it (contract §3.17): {@code @Valid @BeanParam ByCursor page}. */
public class ByCursor {

    private static final int LIMIT = 50;

    @QueryParam("cursor")
    @Size(max = 2_000)
    @Parameter(description = "nextCursor of the page before; absent for the first page")
    @Nullable
    String cursor;

    @QueryParam("limit")
    @WholeNumber(min = 1, max = 200)
    @Parameter(description = "How many at most", schema = @Schema(type = SchemaType.INTEGER, defaultValue = "50"))
    @Nullable
    String limit;

    public PageRequest request() {
        return PageRequest.ofCursor(cursor, limit == null ? LIMIT : Integer.parseInt(limit));
    }
}
