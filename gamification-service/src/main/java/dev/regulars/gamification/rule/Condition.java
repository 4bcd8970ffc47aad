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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What must hold for a rule to apply. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(examples = """
        {"type": "count", "unit": "messages", "atLeast": 10, "days": 7}""")
public record Condition(
        @NotNull
        @Schema(description = "count: what was done within some days; balance: what there is; role: a role is held")
        Type type,

        @Nullable @Schema(description = "For count and balance")
        Unit unit,

        @Min(0) @Max(9_007_199_254_740_991L) @Nullable @Schema(description = "For count and balance")
        Long atLeast,

        @Min(1) @Max(366) @Nullable @Schema(description = "For count: how many days, today included")
        Integer days,

        @ObjectId @Nullable @Schema(description = "For role: its `_id`")
        String role) {

    /** Kinds of conditions. */
    public enum Type implements WireName {
        COUNT("count"),
        BALANCE("balance"),
        ROLE("role");

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
                };
        if (!complete) {
            throw Refusal.invalid(
                    "when",
                    switch (type) {
                        case COUNT -> "of type count must have unit, atLeast and days";
                        case BALANCE -> "of type balance must have unit and atLeast";
                        case ROLE -> "of type role must have role";
                    });
        }
    }

    boolean holds(Facts facts) {
        return switch (type) {
            case COUNT -> unit != null && atLeast != null && days != null && facts.count(unit, days) >= atLeast;
            case BALANCE -> unit != null && atLeast != null && facts.balance(unit) >= atLeast;
            case ROLE -> role != null && facts.roles().contains(role);
        };
    }

    int window() {
        return days == null ? 0 : days;
    }
}
