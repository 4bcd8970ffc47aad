package dev.regulars.analysis.metadata;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;

/** How long an analysis holds; an expired one can only be read and deleted. */
public record Expiry(
        @NotNull Type type, @NotNull @Min(1) @Max(8_760) Integer hours) {

    /** The unit of the expiry. */
    public enum Type {
        HOURS
    }

    public Instant after(Instant start) {
        return start.plus(Duration.ofHours(hours));
    }
}
