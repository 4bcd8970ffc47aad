package dev.regulars.identity.directory.filter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.web.refusal.Refusal;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which users, and what of them (contract §3.1.2). Default fields are {@code _id}, {@code user_id}, {@code username}, {@code email},
 * {@code first_name}, {@code last_name}, {@code display_name}, {@code language}, {@code join_date}, {@code last_login}, {@code xp},
 * {@code coins}, {@code access_level} and {@code tags}.
 */
@Schema(name = "UsersFilter", examples = """
        {"fields": ["email", "first_name"], "filter": {"email": "ben@example.com"}}""")
record FilterRequest(
        @Schema(
                description =
                        "Names of default and custom fields to answer; all when absent. Unknown ones are left out")
        @Size(max = 250, message = "must be at most 250 names")
        @Nullable
        List<@NotNull @Size(max = 100) String> fields,

        @Schema(
                description =
                        "Field to exact value, or to `{\"gte\": …, \"lte\": …}` for numbers and dates. A day means the whole day in UTC")
        @Size(max = 50, message = "must be at most 50 fields")
        @Nullable
        Map<String, @NotNull JsonNode> filter,

        @Schema(description = "`next_cursor` of the page before. Not together with `page`") @Size(max = 200) @Nullable
        String cursor,

        @Schema(description = "Counted from 1. Not together with `cursor`") @Min(1) @Max(1_000_000) @Nullable
        Integer page) {

    void check() {
        if (cursor != null && page != null) {
            throw Refusal.invalid("page", "must be absent where there is a cursor");
        }
    }

    Map<String, JsonNode> conditions() {
        return filter == null ? Map.of() : filter;
    }
}
