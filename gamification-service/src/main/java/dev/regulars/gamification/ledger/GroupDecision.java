package dev.regulars.gamification.ledger;

import static dev.regulars.gamification.GamificationError.POSTING_DIFFERS;
import static dev.regulars.gamification.GamificationError.VOIDED;
import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.regulars.eventing.outbox.NewDocument;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.ledger.LedgerRequest.Derived;
import dev.regulars.gamification.ledger.LedgerRequest.Immediate;
import dev.regulars.gamification.ledger.LedgerRequest.Post;
import dev.regulars.gamification.ledger.LedgerRequest.VoidCause;
import dev.regulars.gamification.ledger.decision.Balances;
import dev.regulars.gamification.ledger.decision.Decision;
import dev.regulars.gamification.ledger.decision.Decisions;
import dev.regulars.gamification.ledger.decision.NewPosting;
import dev.regulars.gamification.ledger.decision.Refused;
import dev.regulars.gamification.ledger.decision.Terms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Decides the requests of a group in memory, in order: what to insert, what to store, and what to answer to each. */
final class GroupDecision {

    private final NavigableMap<String, PostingDocument> postings = new TreeMap<>();
    private final Map<String, MemberDocument> members;
    private final Map<CommunityId, Terms> terms;
    private final List<NewDocument<PostingDocument>> inserted = new ArrayList<>();
    private final Map<String, MemberDocument> changed = new LinkedHashMap<>();

    GroupDecision(List<PostingDocument> known, List<MemberDocument> members, Map<CommunityId, Terms> terms) {
        known.forEach(posting -> postings.put(posting.id, posting));
        this.members = new HashMap<>(members.stream().collect(toMap(member -> member.id, identity())));
        this.terms = terms;
    }

    List<NewDocument<PostingDocument>> inserted() {
        return inserted;
    }

    List<MemberDocument> changed() {
        return List.copyOf(changed.values());
    }

    /** What a request was answered before; empty where it is to be decided. */
    @Nullable
    LedgerAnswer known(Derived request) {
        List<PostingDocument> known = request.rules().stream()
                .map(rule -> postings.get(request.prefix() + rule + ":" + request.accountId()))
                .filter(Objects::nonNull)
                .toList();
        if (!known.isEmpty()) {
            return answer(known, true);
        }
        return postings.containsKey(Drafts.markerId(request))
                ? LedgerAnswer.refusing(VOIDED.because(request.prefix()))
                : null;
    }

    LedgerAnswer decide(Immediate request) {
        return switch (request) {
            case Post post -> post(post);
            case VoidCause cause -> voided(cause);
        };
    }

    private LedgerAnswer post(Post request) {
        List<PostingDocument> drafts = request.postings().stream()
                .map(posting -> Drafts.posting(request, posting, terms(request)))
                .toList();
        List<PostingDocument> known = drafts.stream()
                .map(draft -> postings.get(draft.id))
                .filter(posting -> posting != null)
                .toList();
        if (!known.isEmpty()) {
            return known.size() == drafts.size() && Drafts.same(known, drafts)
                    ? answer(known, true)
                    : LedgerAnswer.refusing(POSTING_DIFFERS.because(request.prefix()));
        }
        if (postings.containsKey(Drafts.markerId(request))) {
            drafts.forEach(draft -> refuse(draft, Refused.VOIDED));
            return answer(drafts, true);
        }
        decide(request, drafts);
        return answer(drafts, false);
    }

    /** All of them, or none. */
    private void decide(Post request, List<PostingDocument> drafts) {
        Map<String, Balances> states = new HashMap<>();
        List<Decision> decisions = new ArrayList<>();
        for (NewPosting posting : request.postings()) {
            String id = MemberDocument.id(request.community(), posting.accountId());
            Balances before = states.computeIfAbsent(id, unknown -> member(request, posting).state);
            Decision decision = Decisions.decide(before, posting, terms(request));
            states.put(id, decision.after());
            decisions.add(decision);
        }
        boolean applied = decisions.stream().allMatch(decision -> decision.refused() == null);
        for (int i = 0; i < drafts.size(); i++) {
            MemberDocument member = member(request, request.postings().get(i));
            if (applied) {
                apply(drafts.get(i), member, decisions.get(i));
            } else {
                Refused reason = decisions.get(i).refused();
                refuse(drafts.get(i), member, reason == null ? Refused.TOGETHER : reason);
            }
            insert(drafts.get(i), member, request);
        }
    }

    private void apply(PostingDocument posting, MemberDocument member, Decision decision) {
        member.state = decision.after();
        member.postings++;
        member.changed(decision.changes(), posting.at);
        if (posting.userId != null) {
            member.userId = posting.userId;
        }
        posting.userId = member.userId;
        posting.outcome = PostingDocument.Outcome.APPLIED;
        posting.changes = decision.changes();
        posting.consumed = decision.consumed();
        posting.balances = member.state.amounts();
        posting.memberVersion = member.postings;
        members.put(member.id, member);
        changed.put(member.id, member);
    }

    private static void refuse(PostingDocument posting, MemberDocument member, Refused reason) {
        refuse(posting, reason);
        posting.balances = member.state.amounts();
        posting.memberVersion = member.postings;
    }

    private static void refuse(PostingDocument posting, Refused reason) {
        posting.outcome = PostingDocument.Outcome.REFUSED;
        posting.refused = reason;
    }

    /** The first time, a posting for each one of the cause; a marker keeps others away for ever. */
    private LedgerAnswer voided(VoidCause request) {
        String marker = Drafts.markerId(request);
        List<PostingDocument> ofCause =
                List.copyOf(postings.subMap(request.prefix(), request.prefix() + Character.MAX_VALUE)
                        .values());
        if (postings.containsKey(marker)) {
            return answer(ofCause.stream().filter(Drafts::isReversal).toList(), true);
        }
        Terms now = terms(request);
        postings.put(marker, Drafts.marker(request, now));
        inserted.add(Drafts.withoutEvent(postings.get(marker)));
        List<PostingDocument> reversals = new ArrayList<>();
        for (PostingDocument done : ofCause) {
            if (done.isApplied()) {
                reversals.add(reverse(request, done, now));
            }
        }
        return answer(reversals, false);
    }

    private PostingDocument reverse(VoidCause request, PostingDocument done, Terms now) {
        NewPosting reversal = Drafts.reversal(done);
        PostingDocument draft = Drafts.posting(request, reversal, now);
        MemberDocument member = member(request, reversal);
        Decision decision = Decisions.decide(member.state, reversal, now);
        if (decision.refused() == null) {
            apply(draft, member, decision);
        } else {
            refuse(draft, member, decision.refused());
        }
        insert(draft, member, request);
        return draft;
    }

    private void insert(PostingDocument posting, MemberDocument member, LedgerRequest request) {
        postings.put(posting.id, posting);
        inserted.add(posting.withEvent(member, request.actor()));
    }

    private MemberDocument member(LedgerRequest request, NewPosting posting) {
        MemberDocument known = members.get(MemberDocument.id(request.community(), posting.accountId()));
        return known != null
                ? known
                : MemberDocument.without(
                        request.community(), posting.accountId(), terms(request).now());
    }

    private Terms terms(LedgerRequest request) {
        return requireNonNull(terms.get(request.community()));
    }

    private static LedgerAnswer answer(List<PostingDocument> postings, boolean repeat) {
        return LedgerAnswer.of(
                new Posted(postings.stream().map(PostingDocument::view).toList(), repeat));
    }
}
