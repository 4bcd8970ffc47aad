package dev.regulars.gamification.ledger.decision;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.regulars.web.json.WireName;
import dev.regulars.web.refusal.Refusal;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Everything that the ledger counts about a member. */
public enum Unit implements WireName {
    XP("xp"),
    COINS("coins"),
    PREMIUM("premium"),
    SPINS("spins"),
    FREEZES("freezes"),
    MESSAGES("messages"),
    REPLIES("replies"),
    REACTIONS("reactions"),
    VISITS("visits"),
    TIME_SPENT("timeSpent");

    /** The most that a balance or a single change can be: every JSON parser reads it exactly. */
    public static final long MOST = (1L << 53) - 1;

    private static final Set<String> NAMES =
            Arrays.stream(values()).map(Unit::wire).collect(Collectors.toSet());

    private final String wire;

    Unit(String wire) {
        this.wire = wire;
    }

    @Override
    @JsonValue
    public String wire() {
        return wire;
    }

    /** Refuses amounts of what is no unit, and amounts that nobody can have. */
    public static void check(String field, Map<String, Long> amounts) {
        for (Map.Entry<String, Long> one : amounts.entrySet()) {
            if (!NAMES.contains(one.getKey())) {
                String units = Arrays.stream(values()).map(Unit::wire).collect(Collectors.joining(", "));
                throw Refusal.invalid(field, "must name units among " + units);
            }
            if (one.getValue() == null || Math.absExact(one.getValue()) > MOST) {
                throw Refusal.invalid(field + "." + one.getKey(), "must be a whole number of at most 2^53 - 1");
            }
        }
    }
}
