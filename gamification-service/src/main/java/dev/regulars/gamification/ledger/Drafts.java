package dev.regulars.gamification.ledger;

import dev.regulars.eventing.EventActor;
import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.NewDocument;
import dev.regulars.gamification.ledger.PostingDocument.Outcome;
import dev.regulars.gamification.ledger.decision.NewPosting;
import dev.regulars.gamification.ledger.decision.NewPosting.Kind;
import dev.regulars.gamification.ledger.decision.Terms;
import dev.regulars.web.caller.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Lines of the log before they are decided. */
final class Drafts {

    private static final String VOID = "void";
    private static final String NOBODY = "-";

    private Drafts() {}

    static PostingDocument posting(LedgerRequest request, NewPosting wanted, Terms terms) {
        PostingDocument posting = line(request, wanted.rule(), wanted.accountId(), terms);
        posting.userId = wanted.userId();
        posting.account = wanted.account();
        posting.kind = wanted.kind();
        posting.wanted = wanted.changes();
        posting.set = wanted.set();
        posting.reason = wanted.reason();
        posting.happenedAt = wanted.happenedAt();
        posting.day = terms.dayOf(wanted.happenedAt());
        return posting;
    }

    /** Takes back what was asked for, not what was there: a debt that was paid is a debt again. */
    static NewPosting reversal(PostingDocument done) {
        Map<String, Long> back = new TreeMap<>();
        done.changes.forEach((unit, amount) -> back.put(unit, -amount));
        done.wanted.forEach((unit, amount) -> back.put(unit, -amount));
        return new NewPosting(
                done.accountId,
                done.userId,
                VOID + "~" + done.rule,
                done.account,
                Kind.REVERSAL,
                back,
                Map.of(),
                null,
                done.happenedAt,
                null,
                done.consumed);
    }

    /** Whether all ask for the same. */
    static boolean same(List<PostingDocument> known, List<PostingDocument> drafts) {
        for (int i = 0; i < known.size(); i++) {
            PostingDocument one = known.get(i);
            PostingDocument other = drafts.get(i);
            boolean same = one.wanted.equals(other.wanted)
                    && one.set.equals(other.set)
                    && one.account.equals(other.account)
                    && Objects.equals(one.reason, other.reason);
            if (!same) {
                return false;
            }
        }
        return true;
    }

    static boolean isReversal(PostingDocument posting) {
        return posting.kind == Kind.REVERSAL;
    }

    static String markerId(LedgerRequest request) {
        return request.prefix() + VOID + ":" + NOBODY;
    }

    static PostingDocument marker(LedgerRequest request, Terms terms) {
        PostingDocument marker = line(request, VOID, NOBODY, terms);
        marker.account = NOBODY;
        marker.kind = Kind.CHANGE;
        marker.wanted = Map.of();
        marker.set = Map.of();
        marker.happenedAt = terms.now();
        marker.day = terms.today();
        marker.outcome = Outcome.VOID;
        return marker;
    }

    static NewDocument<PostingDocument> withoutEvent(PostingDocument posting) {
        return new NewDocument<>(posting, new Version(posting.at.toEpochMilli(), 0), null, List.of());
    }

    private static PostingDocument line(LedgerRequest request, String rule, String accountId, Terms terms) {
        Instant now = terms.now();
        var posting = new PostingDocument();
        posting.id = request.prefix() + rule + ":" + accountId;
        posting.communityId = request.community();
        posting.source = request.source();
        posting.causeId = request.causeId();
        posting.rule = rule;
        posting.accountId = accountId;
        posting.actor = actor(request.actor());
        posting.at = now;
        posting.changes = Map.of();
        posting.consumed = List.of();
        posting.balances = Map.of();
        return posting;
    }

    private static @Nullable EventActor actor(@Nullable Actor actor) {
        return actor == null ? null : new EventActor(actor.kind().claim(), actor.id());
    }
}
