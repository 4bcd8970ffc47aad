package dev.regulars.gamification.ledger.audit;

import static java.util.Objects.requireNonNullElse;

import dev.regulars.eventing.once.Transactions;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.ledger.MemberDocument;
import dev.regulars.gamification.ledger.PostingDocument;
import dev.regulars.gamification.ledger.PostingSumDocument;
import dev.regulars.gamification.ledger.audit.AuditView.Drift;
import dev.regulars.gamification.ledger.audit.AuditView.UnitSum;
import dev.regulars.gamification.ledger.decision.Unit;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares every balance with the sum of its postings, both as of one moment. */
@ApplicationScoped
class Audit {

    private record Books(Map<String, Map<String, Long>> postings, List<MemberDocument> members) {}

    private final Transactions transactions;
    private final Clock clock;

    Audit(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    Uni<AuditView> of(CommunityId community) {
        return transactions.snapshot(tx -> read(tx, community)).map(this::compare);
    }

    private static Uni<Books> read(Tx tx, CommunityId community) {
        return PostingDocument.sumsOfAll(tx, community).collect().asList().chain(sums -> MemberDocument.list(
                        tx, community)
                .collect()
                .asList()
                .map(members -> new Books(byMember(sums), members)));
    }

    private static Map<String, Map<String, Long>> byMember(List<PostingSumDocument> sums) {
        Map<String, Map<String, Long>> byMember = new HashMap<>();
        sums.forEach(sum -> byMember.computeIfAbsent(sum.accountId(), member -> new TreeMap<>())
                .put(sum.unit(), sum.sum()));
        return byMember;
    }

    /** A counter-account is the negated sum of its postings, so that what is left over is the sum of all drifts. */
    private AuditView compare(Books books) {
        Map<String, Map<String, Long>> postings = new HashMap<>(books.postings());
        List<Drift> drift = new ArrayList<>();
        for (MemberDocument member : books.members()) {
            Map<String, Long> sums = requireNonNullElse(postings.remove(member.accountId), Map.of());
            String user = requireNonNullElse(member.userId, member.accountId);
            drift.addAll(differences(user, member.state.amounts(), sums));
        }
        postings.forEach((accountId, sums) -> drift.addAll(differences(accountId, Map.of(), sums)));
        return new AuditView(clock.instant(), sums(drift), drift);
    }

    private static List<Drift> differences(String user, Map<String, Long> balances, Map<String, Long> postings) {
        return Arrays.stream(Unit.values())
                .map(Unit::wire)
                .map(unit -> new Drift(user, unit, balances.getOrDefault(unit, 0L), postings.getOrDefault(unit, 0L)))
                .filter(one -> one.balance() != one.postings())
                .toList();
    }

    private static List<UnitSum> sums(List<Drift> drift) {
        return Arrays.stream(Unit.values())
                .map(unit -> new UnitSum(
                        unit.wire(),
                        drift.stream()
                                .filter(one -> one.unit().equals(unit.wire()))
                                .mapToLong(one -> one.balance() - one.postings())
                                .sum()))
                .toList();
    }
}
