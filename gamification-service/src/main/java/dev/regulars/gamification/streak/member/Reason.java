package dev.regulars.gamification.streak.member;

import dev.regulars.gamification.streak.rule.StreakRule.DecidedPeriod;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A condition, and how far it is met. */
@Schema(examples = """
        {"condition": "messages", "wanted": 3, "got": 4}""")
public record Reason(
        @Schema(description = "The action of the condition") String condition, long wanted, long got) {

    public static List<Reason> of(DecidedPeriod decided) {
        return decided.period().terms().conditions().stream()
                .map(one -> new Reason(one.action(), one.value(), decided.got().getOrDefault(one.counter(), 0L)))
                .toList();
    }
}
