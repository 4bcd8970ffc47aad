package dev.regulars.web.page;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Pages counted from 1: {@code @Valid @BeanParam ByPage page}. */
public class ByPage {

    private static final int LIMIT = 20;

    @QueryParam("page")
    @WholeNumber(min = 1, max = 10_000)
    @Parameter(
            description = "Which page, counted from 1",
            schema = @Schema(type = SchemaType.INTEGER, defaultValue = "1"))
    @Nullable
    String page;

    @QueryParam("limit")
    @WholeNumber(min = 1, max = 100)
    @Parameter(description = "How many at most", schema = @Schema(type = SchemaType.INTEGER, defaultValue = "20"))
    @Nullable
    String limit;

    public PageRequest request() {
        return PageRequest.ofPage(
                page == null ? 1 : Integer.parseInt(page), limit == null ? LIMIT : Integer.parseInt(limit));
    }
}
