package dev.regulars.community.explain;

import dev.regulars.web.permission.MemberPermissions.Decision;
import dev.regulars.web.permission.Rule;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether a member may do something.
 *
 * @param rule the one that decided
 * @param steps every rule that applied, in order
 */
@Schema(examples = """
        {"allowed": true, "rule": "role", "steps": [{"rule": "role", "effect": "allow"}]}""")
record Explanation(
        @Schema(description = "Whether the member may do it")
        boolean allowed,

        Rule rule,

        @Schema(description = "Every rule that applied, in order; the last one decided")
        List<Step> steps) {

    /** A rule that applied. */
    record Step(Rule rule, Effect effect) {}

    /** What it said. The constants are the names on the wire. */
    enum Effect {
        allow,
        deny
    }

    static Explanation of(Decision decision) {
        return new Explanation(
                decision.allowed(),
                decision.rule(),
                decision.steps().stream()
                        .map(step -> new Step(step.rule(), step.allows() ? Effect.allow : Effect.deny))
                        .toList());
    }
}
