package dev.regulars.gamification.counter.xp;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an action earns.
 *
 * @param time seconds that must pass until the action earns again
 * @param dailyCap the most XP that the action earns on one day
 */
@Schema(examples = """
        {"enabled": true, "xp": 10, "time": 60, "dailyCap": 200}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ActionXp(
        boolean enabled,
        @Min(0) @Max(1_000_000) long xp,

        @Min(0) @Max(31_536_000) @Nullable @Schema(description = "Seconds that must pass until the action earns again")
        Integer time,

        @Min(0)
        @Max(1_000_000_000)
        @Nullable
        @Schema(description = "The most XP that the action earns a member on one day of the community; 0: any")
        Long dailyCap) {}
