package dev.regulars.analysis.metadata;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.regulars.events.analysis.AnalysisFacts;
import dev.regulars.web.validation.DisplayName;
import dev.regulars.web.validation.DisplayText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an analysis says (contract §3.6.1).
 *
 * @param preferenceText may link to drawings and levels: {@code [[clientObjectId:text]]}; so may the other two texts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AnalysisMetadata(
        @Schema(description = "Where the author sees the price go") @NotNull
        Direction direction,

        @Schema(description = "Where the entry lies, seen from the current price") @NotNull
        EntryPlacement entryPlacement,

        @Schema(description = "Absent: it does not expire") @Valid @Nullable
        Expiry expiry,

        @DisplayName @PlainText @Size(max = 200) @Nullable String title,

        @Schema(
                description =
                        "What the author expects. Links to drawings and levels are written `[[clientObjectId:text]]`; answers show them with the ids of the drawings")
        @DisplayText
        @PlainText
        @Size(max = 5_000)
        @Nullable
        String preferenceText,

        @Schema(description = "What happens if the price goes the other way; may contain links")
        @DisplayText
        @PlainText
        @Size(max = 5_000)
        @Nullable
        String alternativeText,

        @Schema(description = "Further remarks; may contain links") @DisplayText @PlainText @Size(max = 5_000) @Nullable
        String comments,

        @Schema(description = "Of a candle, such as `H1`")
        @Pattern(regexp = "[A-Za-z0-9]{1,10}", message = "must be 1 to 10 letters and digits")
        @Nullable
        String timeframe,

        @Schema(description = "What is traded, such as `GBP/USD`") @DisplayName @PlainText @Size(max = 30) @Nullable
        String symbol) {

    public Scenario scenario() {
        return Scenario.of(direction, entryPlacement);
    }

    /** The same with its texts changed. */
    public AnalysisMetadata withTexts(UnaryOperator<@Nullable String> change) {
        return new AnalysisMetadata(
                direction,
                entryPlacement,
                expiry,
                title,
                change.apply(preferenceText),
                change.apply(alternativeText),
                change.apply(comments),
                timeframe,
                symbol);
    }

    /** As events tell of it. */
    public AnalysisFacts.Metadata fact() {
        return new AnalysisFacts.Metadata(
                direction.name(),
                entryPlacement.name(),
                expiry == null ? null : expiry.hours(),
                title,
                preferenceText,
                alternativeText,
                comments,
                timeframe,
                symbol);
    }
}
