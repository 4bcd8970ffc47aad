package dev.regulars.gamification.ledger;

import static java.util.stream.Collectors.toSet;

import dev.regulars.eventing.once.Transactions;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.worker.MicroBatcher;
import dev.regulars.eventing.worker.Poller;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.ledger.LedgerRequest.Derived;
import dev.regulars.gamification.ledger.LedgerRequest.Immediate;
import dev.regulars.gamification.ledger.LedgerRequest.Post;
import dev.regulars.gamification.ledger.LedgerRequest.VoidCause;
import dev.regulars.gamification.ledger.decision.NewPosting;
import dev.regulars.gamification.ledger.decision.Terms;
import dev.regulars.gamification.ledger.settings.CommunityTerms;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * The one writer of postings and balances. Requests that come in while a group is being committed are the next group; each
 * group is one transaction, so postings and balances agree at every instant.
 */
@ApplicationScoped
public class Ledger {

    private static final int MOST_AT_ONCE = 500;
    private static final int ATTEMPTS = 40;
    private static final int LONGEST_PAUSE_MS = 200;

    private record PendingRequest(LedgerRequest request, UniEmitter<? super Posted> caller) {}

    private final Vertx vertx;
    private final Transactions transactions;
    private final CommunityTerms terms;
    private final MicroBatcher<PendingRequest> batcher = new MicroBatcher<>(MOST_AT_ONCE, this::commitGroup);

    Ledger(Vertx vertx, Transactions transactions, CommunityTerms terms) {
        this.vertx = vertx;
        this.transactions = transactions;
        this.terms = terms;
    }

    /** Answers when it is committed, and to a repeat what the first one was answered. */
    public Uni<Posted> post(Post request) {
        return wait(request);
    }

    /** Several, each by itself: answers when all are committed, and fails where one is refused. */
    public Uni<Void> postEach(List<Post> requests) {
        return requests.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.createFrom()
                        .<Void>emitter(caller -> {
                            var answers = new LedgerAnswer.ToAll(requests.size(), caller);
                            batcher.addAll(requests.stream()
                                    .map(one -> new PendingRequest(one, answers))
                                    .toList());
                        })
                        .emitOn(Poller.thisContext());
    }

    /** The same for postings that are derived in the transaction. */
    public Uni<Posted> post(Derived request) {
        return wait(request);
    }

    /** Answers with the postings that took something back. */
    public Uni<Posted> voidCause(VoidCause request) {
        return wait(request);
    }

    private Uni<Posted> wait(LedgerRequest request) {
        return Uni.createFrom()
                .<Posted>emitter(caller -> batcher.add(new PendingRequest(request, caller)))
                .emitOn(Poller.thisContext());
    }

    private Uni<Void> commitGroup(List<PendingRequest> group) {
        return Uni.createFrom()
                .deferred(() -> commit(group, 1))
                .runSubscriptionOn(Poller.contextOfItsOwn(vertx))
                .onFailure()
                .invoke(failure -> group.forEach(one -> one.caller().fail(failure)));
    }

    private Uni<Void> commit(List<PendingRequest> group, int attempt) {
        List<LedgerRequest> requests =
                group.stream().map(PendingRequest::request).toList();
        return terms.of(requests.stream().map(LedgerRequest::community).collect(toSet()))
                .chain(current -> transactions.attempt(tx -> write(tx, requests, current)))
                .invoke(answers -> {
                    for (int i = 0; i < group.size(); i++) {
                        answers.get(i).give(group.get(i).caller());
                    }
                })
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> again(group, attempt, failure));
    }

    private static Uni<List<LedgerAnswer>> write(Tx tx, List<LedgerRequest> requests, Map<CommunityId, Terms> terms) {
        return PostingDocument.known(tx, postingIds(requests), voided(requests))
                .chain(known -> MemberDocument.known(tx, memberIds(requests, known))
                        .map(members -> new GroupDecision(known, members, terms)))
                .chain(group -> decideAll(tx, group, requests)
                        .call(() -> PostingDocument.insertAll(tx, group.inserted()))
                        .call(() -> MemberDocument.storeAll(tx, group.changed())));
    }

    /** In order. Only what is derived asks for the database in between. */
    private static Uni<List<LedgerAnswer>> decideAll(Tx tx, GroupDecision group, List<LedgerRequest> requests) {
        if (requests.stream().allMatch(Immediate.class::isInstance)) {
            return Uni.createFrom().item(() -> requests.stream()
                    .map(one -> group.decide((Immediate) one))
                    .toList());
        }
        return Multi.createFrom()
                .iterable(requests)
                .onItem()
                .transformToUniAndConcatenate(request -> decide(tx, group, request))
                .collect()
                .asList();
    }

    private static Uni<LedgerAnswer> decide(Tx tx, GroupDecision group, LedgerRequest request) {
        return switch (request) {
            case Immediate one -> Uni.createFrom().item(group.decide(one));
            case Derived one -> derive(tx, group, one);
        };
    }

    private static Uni<LedgerAnswer> derive(Tx tx, GroupDecision group, Derived request) {
        LedgerAnswer known = group.known(request);
        if (known != null) {
            return Uni.createFrom().item(known);
        }
        return request.effect().apply(tx).chain(effect -> {
            LedgerAnswer answer = group.decide(request.with(effect.postings()));
            Posted applied = answer.applied();
            return applied == null
                    ? Uni.createFrom().item(answer)
                    : effect.alongside().apply(tx, applied).replaceWith(answer);
        });
    }

    /** What stood in the way of the group may be one request: the halves go by themselves. */
    private Uni<Void> again(List<PendingRequest> group, int attempt, Throwable failure) {
        if (group.size() == 1) {
            return Transactions.lost(failure) && attempt < ATTEMPTS
                    ? later(attempt).chain(() -> commit(group, attempt + 1))
                    : Uni.createFrom()
                            .voidItem()
                            .invoke(() -> group.getFirst().caller().fail(known(failure)));
        }
        int half = group.size() / 2;
        return later(attempt)
                .chain(() -> commit(group.subList(0, half), attempt + 1))
                .chain(() -> commit(group.subList(half, group.size()), attempt + 1));
    }

    private static Throwable known(Throwable failure) {
        return Transactions.lost(failure) ? Refusal.of(Kind.UNAVAILABLE, failure.toString()) : failure;
    }

    private static Uni<Void> later(int attempt) {
        int most = Math.min(LONGEST_PAUSE_MS, 5 << Math.min(attempt, 6));
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(Duration.ofMillis(1 + ThreadLocalRandom.current().nextInt(most)));
    }

    private static Set<String> postingIds(List<LedgerRequest> requests) {
        Set<String> ids = new HashSet<>();
        for (LedgerRequest request : requests) {
            if (request instanceof VoidCause) {
                continue;
            }
            ids.add(Drafts.markerId(request));
            if (request instanceof Post post) {
                post.postings().forEach(one -> ids.add(request.prefix() + one.rule() + ":" + one.accountId()));
            } else if (request instanceof Derived one) {
                one.rules().forEach(rule -> ids.add(request.prefix() + rule + ":" + one.accountId()));
            }
        }
        return ids;
    }

    private static Set<String> voided(List<LedgerRequest> requests) {
        return requests.stream()
                .filter(VoidCause.class::isInstance)
                .map(LedgerRequest::prefix)
                .collect(toSet());
    }

    private static Set<String> memberIds(List<LedgerRequest> requests, List<PostingDocument> known) {
        Stream<String> named = requests.stream().flatMap(request -> accountIds(request)
                .map(accountId -> MemberDocument.id(request.community(), accountId)));
        Stream<String> touched =
                known.stream().map(posting -> MemberDocument.id(posting.communityId, posting.accountId));
        return Stream.concat(named, touched).collect(toSet());
    }

    private static Stream<String> accountIds(LedgerRequest request) {
        return switch (request) {
            case Post post -> post.postings().stream().map(NewPosting::accountId);
            case Derived derived -> Stream.of(derived.accountId());
            case VoidCause cause -> Stream.empty();
        };
    }
}
