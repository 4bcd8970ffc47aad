package dev.regulars.analysis.metadata;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.regulars.analysis.drawing.ClientObjectId;
import dev.regulars.events.analysis.AnalysisFacts;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A price that an analysis is about. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LevelEntry(
        @Schema(description = "In the unit of the symbol; up to 15 digits on each side of the point")
        @NotNull
        @Digits(integer = 15, fraction = 15)
        BigDecimal price,

        @Schema(description = "The name that links in texts use") @ClientObjectId @Nullable
        String clientObjectId,

        @Schema(description = "When the level was taken") @Nullable
        Instant time) {

    AnalysisFacts.Level fact() {
        return new AnalysisFacts.Level(price, clientObjectId, time);
    }
}
