package dev.regulars.gamification.activity;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What callers ask about activity. */
final class ActivityRequests {

    private ActivityRequests() {}

    /** About one member over some days. */
    @Schema(examples = """
            {"identifier": "ana@example.com", "identifier_type": "email", "days": 2}""")
    record StatsRequest(
            @NotBlank @Size(max = 254) String identifier,
            @JsonProperty("identifier_type") @NotNull IdentifierType type,

            @Min(1) @Max(366) @Nullable @Schema(description = "How many days, today included; 30 by default")
            Integer days) {}

    /** About several members on one day. */
    @Schema(examples = """
            {"identifier": ["ana@example.com"], "identifier_type": "email", "date": "10/03/2026", "page": 1, "limit": 50}""")
    record DayRequest(
            @NotEmpty @Size(max = 1_000) List<@NotBlank @Size(max = 254) String> identifier,
            @JsonProperty("identifier_type") @NotNull IdentifierType type,

            @NotBlank @Size(max = 10) @Schema(description = "DD/MM/YYYY")
            String date,

            @Min(1) @Max(10_000) @Nullable Integer page,
            @Min(1) @Max(200) @Nullable Integer limit) {}

    /** For the log of one member. */
    @Schema(examples = """
            {"identifier": "ana@example.com", "identifier_type": "email", "page": 1, "limit": 50}""")
    record LogsRequest(
            @NotBlank @Size(max = 254) String identifier,
            @JsonProperty("identifier_type") @NotNull IdentifierType type,
            @Min(1) @Max(10_000) @Nullable Integer page,
            @Min(1) @Max(200) @Nullable Integer limit) {}
}
