package dev.regulars.analysis.metadata;

import dev.regulars.analysis.drawing.PersistedDrawing;
import dev.regulars.web.refusal.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The links in the texts of an analysis, {@code [[id:text]]}: each must name a drawing or a level, by the name its client gave it or by
 * the id it has here. Links to drawings are stored with the ids of these.
 */
public final class Links {

    private static final Pattern LINK = Pattern.compile("\\[\\[([^\\[\\]:]{1,100}):");

    private final Map<String, String> targets = new HashMap<>();

    public Links(@Nullable Levels levels, List<PersistedDrawing> drawings) {
        if (levels != null) {
            levels.clientObjectIds().forEach(name -> targets.put(name, name));
        }
        for (PersistedDrawing drawing : drawings) {
            targets.put(drawing._id(), drawing._id());
            if (drawing.clientObjectId() != null) {
                targets.put(drawing.clientObjectId(), drawing._id());
            }
        }
    }

    /** Refuses a link that leads nowhere. */
    public AnalysisMetadata remap(AnalysisMetadata metadata) {
        check("metadata.preferenceText", metadata.preferenceText());
        check("metadata.alternativeText", metadata.alternativeText());
        check("metadata.comments", metadata.comments());
        return metadata.withTexts(this::remapped);
    }

    private void check(String field, @Nullable String text) {
        if (text != null) {
            LINK.matcher(text)
                    .results()
                    .map(link -> link.group(1))
                    .filter(id -> !targets.containsKey(id))
                    .findFirst()
                    .ifPresent(id -> {
                        throw Refusal.invalid(
                                field, "must link to drawings and levels of the analysis; there is no " + id);
                    });
        }
    }

    private @Nullable String remapped(@Nullable String text) {
        return text == null
                ? null
                : LINK.matcher(text)
                        .replaceAll(link -> Matcher.quoteReplacement(
                                "[[" + targets.getOrDefault(link.group(1), link.group(1)) + ":"));
    }
}
