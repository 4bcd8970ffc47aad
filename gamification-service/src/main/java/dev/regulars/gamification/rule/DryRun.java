package dev.regulars.gamification.rule;

import static java.util.Objects.requireNonNullElse;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.ledger.PostingDocument;
import dev.regulars.gamification.ledger.decision.Terms;
import dev.regulars.gamification.ledger.settings.CommunityTerms;
import dev.regulars.gamification.rule.RuleRequests.DryRunRequest;
import dev.regulars.gamification.rule.trait.MemberTraits;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a rule would have done on the days that have been: the postings of each member are played again, in memory. */
@ApplicationScoped
class DryRun {

    private static final int DAYS = 30;

    /** What a member would have got. */
    @Schema(examples = """
            {"userId": "43", "changes": {"coins": 15}, "badge": null, "tag": null}""")
    record DryRunView(
            String userId,
            @Schema(description = "By unit, in all") Map<String, Long> changes,

            @Schema(description = "Id of the badge") @Nullable
            String badge,

            @Nullable String tag) {}

    private final Rules rules;
    private final CommunityTerms terms;
    private final MemberTraits traits;
    private final Outbox outbox;

    DryRun(Rules rules, CommunityTerms terms, MemberTraits traits, Outbox outbox) {
        this.rules = rules;
        this.terms = terms;
        this.traits = traits;
        this.outbox = outbox;
    }

    Uni<List<DryRunView>> run(Tx tx, DryRunRequest request) {
        CommunityId community = tx.community();
        RuleDocument rule = rules.draft(community, request.rule());
        int days = requireNonNullElse(request.days(), DAYS);
        return rules.check(tx, request.rule()).chain(() -> terms.of(community)).chain(now -> play(rule, now, days));
    }

    /** The log comes member by member, each in order. */
    private Uni<List<DryRunView>> play(RuleDocument rule, Terms now, int days) {
        long first = now.today() - days + 1;
        return PostingDocument.log(outbox.alone(), rule.communityId, first - rule.window())
                .group()
                .by(posting -> posting.accountId)
                .onItem()
                .transformToUniAndMerge(
                        log -> log.collect().asList().chain(postings -> traits.of(rule.communityId, log.key())
                                .map(is -> Replay.of(rule, now, first, postings, is))))
                .filter(Replay::applied)
                .map(Replay::view)
                .collect()
                .asList();
    }
}
