package dev.regulars.rewards.order.history;

import dev.regulars.web.page.PageRequest;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whose orders are asked for (contract §3.5.2). */
@Schema(examples = """
        {"email": "ben@example.com", "page": 1, "limit": 20}""")
record TransactionsOfUser(
        @NotBlank @Email @Size(max = 254) String email,

        @Schema(description = "Counted from 1", defaultValue = "1") @Min(1) @Max(10_000) @Nullable
        Integer page,

        @Schema(description = "How many at most", defaultValue = "20") @Min(1) @Max(100) @Nullable
        Integer limit) {

    private static final int LIMIT = 20;

    PageRequest request() {
        return PageRequest.ofPage(page == null ? 1 : page, limit == null ? LIMIT : limit);
    }
}
