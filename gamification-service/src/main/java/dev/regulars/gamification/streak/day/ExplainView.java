package dev.regulars.gamification.streak.day;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.regulars.gamification.streak.member.Reason;
import dev.regulars.gamification.streak.rule.Outcome;
import dev.regulars.gamification.streak.rule.StreakRule.DecidedPeriod;
import dev.regulars.web.json.WireName;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one day is to the streak of a member, and why. */
@Schema(examples = """
        {"date": "2026-04-09", "counted": true, "outcome": "kept", "settled": false,
         "because": [{"condition": "messages", "wanted": 3, "got": 4}], "freeze": false, "count": 3,
         "from": "2026-04-09", "until": "2026-04-09"}""")
record ExplainView(
        LocalDate date,

        @Schema(description = "Whether the period of the day made the streak longer")
        boolean counted,

        @Schema(description = "What the period is to the streak")
        Answer outcome,

        @Schema(description = "Whether nothing that is reported late changes it any more")
        boolean settled,

        @Schema(description = "What the period needed, and what it got")
        List<Reason> because,

        @Schema(description = "Whether a freeze was spent on it")
        boolean freeze,

        @Schema(description = "How long the streak was after it")
        long count,

        @Schema(description = "First day of the period") LocalDate from,
        @Schema(description = "Last day of the period") LocalDate until) {

    /** The outcomes of the rule as callers read them. */
    public enum Answer implements WireName {
        KEPT("kept"),
        FROZEN("frozen"),
        REPAIRED("repaired"),
        NOT_DUE("not_due"),
        OPEN("open"),
        MISSED("missed");

        private final String wire;

        Answer(String wire) {
            this.wire = wire;
        }

        @Override
        @JsonValue
        public String wire() {
            return wire;
        }
    }

    static ExplainView of(LocalDate date, DecidedPeriod decided, boolean settled) {
        Outcome outcome = decided.outcome();
        return new ExplainView(
                date,
                outcome == Outcome.KEPT,
                Answer.valueOf(outcome.name()),
                settled,
                Reason.of(decided),
                outcome == Outcome.FROZEN || outcome == Outcome.REPAIRED,
                decided.length().count(),
                LocalDate.ofEpochDay(decided.period().first()),
                LocalDate.ofEpochDay(decided.period().last()));
    }
}
