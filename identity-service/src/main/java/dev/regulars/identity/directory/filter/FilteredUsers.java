package dev.regulars.identity.directory.filter;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of users, each with the fields that were asked for (contract §3.1.2). */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(examples = """
        {"users": [{"email": "ben@example.com", "first_name": "Ben"}]}""")
record FilteredUsers(
        @Schema(description = "Values by the name of the field; null where a user has none")
        @JsonInclude(content = JsonInclude.Include.ALWAYS)
        List<Map<String, @Nullable Object>> users,

        @Schema(description = "For the next page, where there is one and no `page` was asked for")
        @JsonProperty("next_cursor")
        @Nullable
        String nextCursor,

        @Schema(description = "When a `page` was asked for") @JsonProperty("total_pages") @Nullable
        Long totalPages,

        @Schema(description = "When a `page` was asked for") @JsonProperty("current_page") @Nullable
        Integer currentPage) {}
