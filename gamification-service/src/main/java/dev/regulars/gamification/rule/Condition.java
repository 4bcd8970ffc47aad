package dev.regulars.gamification.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.regulars.gamification.ledger.decision.Unit;
import dev.regulars.web.json.WireName;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.validation.ObjectId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What must hold for a rule to apply. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(examples = """
        {"type": "count", "unit": "messages", "atLeast": 10, "days": 7}""")
public record Condition(
        @NotNull
        @Schema(
                description =
                        "count: what was done within some days; balance: what there is; role: a role is held; tag: a tag "
                                + "is there; field: a custom field has a value")
        Type type,

        @Nullable @Schema(description = "For count and balance")
        Unit unit,

        @Min(0)
        @Max(9_007_199_254_740_991L)
        @Nullable
        @Schema(description = "For count and balance, and for field where it is numerical")
        Long atLeast,

        @Min(1) @Max(366) @Nullable @Schema(description = "For count: how many days, today included")
        Integer days,

        @ObjectId @Nullable @Schema(description = "For role: its `_id`")
        String role,

        @Size(min = 1, max = 100) @Nullable @Schema(description = "For tag")
        String tag,

        @Size(min = 1, max = 100) @Nullable @Schema(description = "For field: its name or `_id`")
        String field,

        @Size(max = 1_000) @Nullable @Schema(description = "For field: the value that it has, written as a text")
        String value) {

    /** Kinds of conditions. */
    public enum Type implements WireName {
        COUNT("count"),
        BALANCE("balance"),
        ROLE("role"),
        TAG("tag"),
        FIELD("field");

        private final String wire;

        Type(String wire) {
            this.wire = wire;
        }

        @Override
        @JsonValue
        public String wire() {
            return wire;
        }
    }

    void check() {
        boolean complete =
                switch (type) {
                    case COUNT -> unit != null && atLeast != null && days != null;
                    case BALANCE -> unit != null && atLeast != null;
                    case ROLE -> role != null;
                    case TAG -> tag != null;
                    case FIELD -> field != null && (value != null || atLeast != null);
                };
        if (!complete) {
            throw Refusal.invalid(
                    "when",
                    switch (type) {
                        case COUNT -> "of type count must have unit, atLeast and days";
                        case BALANCE -> "of type balance must have unit and atLeast";
                        case ROLE -> "of type role must have role";
                        case TAG -> "of type tag must have tag";
                        case FIELD -> "of type field must have field, and value or atLeast";
                    });
        }
    }

    boolean holds(Facts facts) {
        return switch (type) {
            case COUNT -> unit != null && atLeast != null && days != null && facts.count(unit, days) >= atLeast;
            case BALANCE -> unit != null && atLeast != null && facts.balance(unit) >= atLeast;
            case ROLE -> role != null && facts.traits().roles().contains(role);
            case TAG -> tag != null && facts.traits().tags().contains(tag);
            case FIELD -> field != null && facts.traits().has(field, value, atLeast);
        };
    }

    int window() {
        return days == null ? 0 : days;
    }
}
