package dev.regulars.gamification.streak.terms;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How much of an action a period needs. */
@Schema(examples = """
        {"_id": "66b1f2a8a4d3e5f607182943", "action": "messages", "value": 3, "isCustomField": null}""")
public record StreakCondition(
        String _id,

        @Schema(
                description =
                        "messages, replies, reactions, visits, timeSpent (seconds), xp or coins; or the name of a custom field")
        String action,

        @Schema(description = "How much of it a period needs; of a custom field: by how much its value must rise")
        long value,

        @Nullable @Schema(description = "Whether `action` is the name of a custom field")
        Boolean isCustomField) {

    private static final String FIELD = "field:";

    /** Under which name its amounts are counted. */
    public String counter() {
        return countsField() ? fieldCounter(action) : action;
    }

    public boolean countsField() {
        return Boolean.TRUE.equals(isCustomField);
    }

    public static String fieldCounter(String field) {
        return FIELD + field;
    }
}
