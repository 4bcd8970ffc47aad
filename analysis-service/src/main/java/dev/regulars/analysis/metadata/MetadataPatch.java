package dev.regulars.analysis.metadata;

import static java.util.Objects.requireNonNullElse;

import dev.regulars.web.validation.DisplayName;
import dev.regulars.web.validation.DisplayText;
import dev.regulars.web.value.Patch;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What changes in the metadata of an analysis; {@code null} clears a member that may be absent. */
@Schema(name = "AnalysisMetadataPatch")
public record MetadataPatch(
        @Nullable Direction direction,
        @Nullable EntryPlacement entryPlacement,
        Patch<@Valid @Nullable Expiry> expiry,
        Patch<@DisplayName @PlainText @Size(max = 200) @Nullable String> title,
        Patch<@DisplayText @PlainText @Size(max = 5_000) @Nullable String> preferenceText,
        Patch<@DisplayText @PlainText @Size(max = 5_000) @Nullable String> alternativeText,
        Patch<@DisplayText @PlainText @Size(max = 5_000) @Nullable String> comments,
        Patch<@Pattern(regexp = "[A-Za-z0-9]{1,10}", message = "must be 1 to 10 letters and digits") @Nullable String>
                timeframe,
        Patch<@DisplayName @PlainText @Size(max = 30) @Nullable String> symbol) {

    public AnalysisMetadata applyTo(AnalysisMetadata before) {
        return new AnalysisMetadata(
                requireNonNullElse(direction, before.direction()),
                requireNonNullElse(entryPlacement, before.entryPlacement()),
                expiry.orElse(before.expiry()),
                title.orElse(before.title()),
                preferenceText.orElse(before.preferenceText()),
                alternativeText.orElse(before.alternativeText()),
                comments.orElse(before.comments()),
                timeframe.orElse(before.timeframe()),
                symbol.orElse(before.symbol()));
    }

    /** Names of the members that it has, in alphabetical order. */
    public List<String> fields() {
        return Map.of(
                        "direction", direction != null,
                        "entryPlacement", entryPlacement != null,
                        "expiry", expiry.isThere(),
                        "title", title.isThere(),
                        "preferenceText", preferenceText.isThere(),
                        "alternativeText", alternativeText.isThere(),
                        "comments", comments.isThere(),
                        "timeframe", timeframe.isThere(),
                        "symbol", symbol.isThere())
                .entrySet()
                .stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
