package dev.regulars.gamification.rule;

import static java.util.Objects.requireNonNullElse;

import dev.regulars.gamification.ledger.PostingDocument;
import dev.regulars.gamification.ledger.decision.Balances;
import dev.regulars.gamification.ledger.decision.Decision;
import dev.regulars.gamification.ledger.decision.Decisions;
import dev.regulars.gamification.ledger.decision.NewPosting;
import dev.regulars.gamification.ledger.decision.Terms;
import dev.regulars.gamification.rule.DryRun.DryRunView;
import dev.regulars.gamification.rule.trait.Traits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The log of one member, played again under a rule. */
final class Replay {

    private final RuleDocument rule;
    private final Terms terms;
    private final long first;
    private final Traits traits;
    private final Map<Long, Map<String, Long>> daily = new HashMap<>();
    private final Map<String, Long> got = new TreeMap<>();
    private Balances limits = Balances.NONE;
    private String user = "";
    private int times;

    private Replay(RuleDocument rule, Terms terms, long first, Traits traits) {
        this.rule = rule;
        this.terms = terms;
        this.first = first;
        this.traits = traits;
    }

    static Replay of(RuleDocument rule, Terms terms, long first, List<PostingDocument> log, Traits traits) {
        var replay = new Replay(rule, terms, first, traits);
        log.forEach(replay::see);
        return replay;
    }

    boolean applied() {
        return times > 0;
    }

    DryRunView view() {
        return new DryRunView(user, got, rule.badge, rule.tag);
    }

    private void see(PostingDocument posting) {
        user = requireNonNullElse(posting.userId, posting.accountId);
        posting.changes.forEach((unit, amount) ->
                daily.computeIfAbsent(posting.day, day -> new HashMap<>()).merge(unit, amount, Long::sum));
        boolean triggers = posting.day >= first
                && !ApplyRules.isOfARule(posting.rule)
                && rule.event.is(posting.account, posting.changes);
        if (triggers
                && rule.holds(new Facts(posting.day, posting.balances, daily, traits))
                && isWithinLimits(posting)) {
            times++;
            rule.changes.forEach((unit, amount) -> got.merge(unit, amount, Long::sum));
        }
    }

    private boolean isWithinLimits(PostingDocument posting) {
        var nothing = NewPosting.of(posting.accountId, "dry", NewPosting.ISSUER, Map.of(), posting.at);
        Decision decision = Decisions.decide(limits, nothing.within(rule.limit()), terms.at(posting.at));
        limits = decision.after();
        return decision.refused() == null;
    }
}
