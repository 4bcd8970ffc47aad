package dev.regulars.analysis.metadata;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.regulars.events.analysis.AnalysisFacts;
import dev.regulars.web.refusal.Refusal;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The prices that an analysis is about: support below pivot below resistance, as far as they are there. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Levels(
        @Valid @Nullable LevelEntry pivot,
        @Valid @Nullable LevelEntry resistance,
        @Valid @Nullable LevelEntry support) {

    public void checkOrder() {
        checkBelow(support, pivot, "levels.support", "pivot");
        checkBelow(support, resistance, "levels.support", "resistance");
        checkBelow(pivot, resistance, "levels.pivot", "resistance");
    }

    private static void checkBelow(
            @Nullable LevelEntry lower, @Nullable LevelEntry higher, String field, String other) {
        if (lower != null && higher != null && lower.price().compareTo(higher.price()) >= 0) {
            throw Refusal.invalid(field + ".price", "must be below the price of " + other);
        }
    }

    /** Names that texts can link to. */
    public List<String> clientObjectIds() {
        return Stream.of(pivot, resistance, support)
                .filter(Objects::nonNull)
                .map(LevelEntry::clientObjectId)
                .filter(Objects::nonNull)
                .toList();
    }

    /** As events tell of them. */
    public AnalysisFacts.Levels fact() {
        return new AnalysisFacts.Levels(fact(pivot), fact(resistance), fact(support));
    }

    private static AnalysisFacts.@Nullable Level fact(@Nullable LevelEntry entry) {
        return entry == null ? null : entry.fact();
    }
}
