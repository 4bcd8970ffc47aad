package dev.regulars.gamification.rule;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.PerKey;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.events.gamification.GamificationEvent.BalanceChanged;
import dev.regulars.gamification.badge.BadgeDocument;
import dev.regulars.gamification.badge.award.Awards;
import dev.regulars.gamification.ledger.Ledger;
import dev.regulars.gamification.ledger.LedgerRequest.Post;
import dev.regulars.gamification.ledger.PostingDocument;
import dev.regulars.gamification.ledger.PostingSumDocument;
import dev.regulars.gamification.ledger.decision.NewPosting;
import dev.regulars.gamification.ledger.settings.CommunityTerms;
import dev.regulars.gamification.rule.trait.MemberTraits;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Applies the rules of a community to what its members do. A rule's posting has the cause of what set it off, so that whatever takes
 * that back takes the posting with it; and it names the rule and its version.
 */
@ApplicationScoped
class ApplyRules {

    private final EventConsumer consumer;
    private final Rules rules;
    private final Ledger ledger;
    private final Awards awards;
    private final CommunityTerms terms;
    private final MemberTraits traits;
    private final Outbox outbox;

    ApplyRules(
            EventConsumer consumer,
            Rules rules,
            Ledger ledger,
            Awards awards,
            CommunityTerms terms,
            MemberTraits traits,
            Outbox outbox) {
        this.consumer = consumer;
        this.rules = rules;
        this.ledger = ledger;
        this.awards = awards;
        this.terms = terms;
        this.traits = traits;
        this.outbox = outbox;
    }

    void start(@Observes StartupEvent started) {
        consumer.consumeTogether("rules", BalanceChanged.class, this::applyEach);
    }

    /** Of a batch, what sets off a rule. */
    private Uni<Void> applyEach(List<ReceivedEvent<BalanceChanged>> batch) {
        Set<CommunityId> communities =
                batch.stream().map(received -> received.event().community()).collect(toSet());
        return PerKey.lookUp(communities, rules::enabled)
                .chain(enabled -> PerKey.each(
                        batch.stream()
                                .filter(received -> !setOffBy(received, enabled).isEmpty())
                                .toList(),
                        received -> received.event().accountId(),
                        received ->
                                applyAll(received.event(), received.version().n(), setOffBy(received, enabled))));
    }

    private static List<RuleDocument> setOffBy(
            ReceivedEvent<BalanceChanged> received, Map<CommunityId, List<RuleDocument>> enabled) {
        BalanceChanged changed = received.event();
        return isOfARule(changed.rule())
                ? List.of()
                : enabled.getOrDefault(changed.community(), List.of()).stream()
                        .filter(rule -> rule.event.is(changed.account(), changed.changes()))
                        .toList();
    }

    /** No rule is set off by another one, or by what is taken back. */
    static boolean isOfARule(String rule) {
        return rule.startsWith("rule.") || rule.startsWith("void~");
    }

    private Uni<Void> applyAll(BalanceChanged changed, long memberVersion, List<RuleDocument> all) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(rule -> facts(changed, memberVersion, rule)
                        .chain(facts -> rule.holds(facts)
                                ? apply(changed, rule)
                                : Uni.createFrom().voidItem()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** As of the event: what the member did after it counts for the events of that. */
    private Uni<Facts> facts(BalanceChanged changed, long memberVersion, RuleDocument rule) {
        Tx tx = outbox.alone();
        return terms.of(changed.community()).chain(now -> traits.of(changed.community(), changed.accountId())
                .chain(is -> PostingDocument.dailySums(
                                tx,
                                changed.community(),
                                changed.accountId(),
                                now.today() - rule.window() + 1,
                                memberVersion)
                        .collect()
                        .asList()
                        .map(sums -> new Facts(now.today(), changed.balances(), daily(sums), is))));
    }

    private static Map<Long, Map<String, Long>> daily(List<PostingSumDocument> sums) {
        return sums.stream()
                .filter(sum -> sum.day() != null)
                .collect(groupingBy(PostingSumDocument::day, toMap(PostingSumDocument::unit, PostingSumDocument::sum)));
    }

    private Uni<Void> apply(BalanceChanged changed, RuleDocument rule) {
        var posting = NewPosting.of(
                        changed.accountId(), rule.ledgerRule(), NewPosting.ISSUER, rule.changes, changed.changedAt())
                .known(changed.userId())
                .within(rule.limit());
        return ledger.post(new Post(changed.community(), changed.source(), changed.causeId(), List.of(posting), null))
                .chain(posted -> posted.refused() == null
                        ? award(changed, rule).chain(() -> tag(changed, rule))
                        : Uni.createFrom().voidItem());
    }

    /** A badge that is gone is not awarded. */
    private Uni<Void> award(BalanceChanged changed, RuleDocument rule) {
        Tx tx = outbox.alone();
        return rule.badge == null
                ? Uni.createFrom().voidItem()
                : BadgeDocument.find(tx, changed.community(), rule.badge)
                        .onItem()
                        .ifNotNull()
                        .transformToUni(badge ->
                                awards.award(tx, changed.community(), badge, changed.accountId(), changed.userId()));
    }

    private Uni<Void> tag(BalanceChanged changed, RuleDocument rule) {
        return rule.tag == null
                ? Uni.createFrom().voidItem()
                : TagGrantDocument.tell(outbox.alone(), rule, changed.accountId(), rule.tag, changed.changedAt());
    }
}
