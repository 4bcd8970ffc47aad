package dev.regulars.gamification.rule;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.regulars.gamification.ledger.decision.Unit;
import dev.regulars.web.json.WireName;
import java.util.Map;

/** What a member does that a rule can be about; the ledger has a posting of each. */
public enum RuleEvent implements WireName {
    MESSAGE("message", Unit.MESSAGES),
    REPLY("reply", Unit.REPLIES),
    REACT("react", Unit.REACTIONS),
    VISIT("visit", Unit.VISITS),
    PURCHASE("purchase", Unit.COINS);

    private static final String STORE = "store";

    private final String wire;
    private final Unit unit;

    RuleEvent(String wire, Unit unit) {
        this.wire = wire;
        this.unit = unit;
    }

    @Override
    @JsonValue
    public String wire() {
        return wire;
    }

    /** Whether a posting with these changes, against this counter-account, is one. */
    boolean is(String account, Map<String, Long> changes) {
        long change = changes.getOrDefault(unit.wire(), 0L);
        return this == PURCHASE ? account.equals(STORE) && change < 0 : change > 0;
    }
}
