package dev.regulars.identity.directory.people;

import dev.regulars.web.page.PageRequest;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Pages of users: the documented call sends both keys without a value, which means page 1 and limit 50 (contract §3.8.1). */
class UserPage {

    private static final int LIMIT = 50;

    @QueryParam("page")
    @Pattern(regexp = "|0*[1-9][0-9]{0,6}", message = "must be a whole number from 1 to 9999999")
    @Parameter(description = "Which page, counted from 1; empty for the first", schema = @Schema(defaultValue = "1"))
    @Nullable
    String page;

    @QueryParam("limit")
    @Pattern(regexp = "|0*([1-9]|[1-9][0-9]|1[0-9][0-9]|200)", message = "must be a whole number from 1 to 200")
    @Parameter(description = "How many at most; empty for 50", schema = @Schema(defaultValue = "50"))
    @Nullable
    String limit;

    PageRequest request() {
        return PageRequest.ofPage(number(page, 1), number(limit, LIMIT));
    }

    private static int number(@Nullable String text, int otherwise) {
        return text == null || text.isEmpty() ? otherwise : Integer.parseInt(text);
    }
}
