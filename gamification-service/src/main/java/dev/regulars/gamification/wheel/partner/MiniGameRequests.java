package dev.regulars.gamification.wheel.partner;

import dev.regulars.web.page.PageRequest;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What partner systems ask about mini games (contract §3.4.3). */
final class MiniGameRequests {

    private static final int LIMIT = 20;

    private MiniGameRequests() {}

    /** For the log of one member. */
    @Schema(examples = """
            {"email": "ana@example.com", "page": 1, "limit": 20}""")
    record MiniGameLogsRequest(
            @NotBlank @Email @Size(max = 254) String email,

            @Min(1) @Max(10_000) @Nullable @Schema(description = "Counted from 1", defaultValue = "1")
            Integer page,

            @Min(1) @Max(100) @Nullable @Schema(description = "How many at most", defaultValue = "20")
            Integer limit) {

        PageRequest pageRequest() {
            return PageRequest.ofPage(page == null ? 1 : page, limit == null ? LIMIT : limit);
        }
    }

    /** Whose stats are asked for. */
    @Schema(examples = """
            {"email": "ana@example.com"}""")
    record MiniGameStatsRequest(
            @NotBlank @Email @Size(max = 254) String email) {}

    /** A correction; at least one of spins and streaks. */
    @Schema(examples = """
            {"email": "ana@example.com", "spins": 3}""")
    record WheelUpdate(
            @NotBlank @Email @Size(max = 254) String email,

            @Min(0) @Max(1_000_000_000) @Nullable @Schema(description = "How many spins the member is to have")
            Long spins,

            @Min(0)
            @Max(100_000)
            @Nullable
            @Schema(description = "How many days in a row with a spin the member is to have")
            Long streaks) {}
}
