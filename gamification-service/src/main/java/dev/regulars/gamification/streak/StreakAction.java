package dev.regulars.gamification.streak;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.regulars.gamification.streak.terms.StreakCondition;
import dev.regulars.web.json.WireName;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a period of a streak needs. */
@Schema(examples = """
        {"operator": "and", "conditions": [{"_id": "66b1f2a8a4d3e5f607182943", "action": "messages", "value": 3, "isCustomField": null}]}""")
record StreakAction(Operator operator, List<StreakCondition> conditions) {

    /** Whether all conditions must hold, or any. */
    public enum Operator implements WireName {
        AND("and"),
        OR("or");

        private final String wire;

        Operator(String wire) {
            this.wire = wire;
        }

        @Override
        @JsonValue
        public String wire() {
            return wire;
        }
    }
}
