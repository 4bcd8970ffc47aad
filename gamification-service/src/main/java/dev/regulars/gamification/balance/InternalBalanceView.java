package dev.regulars.gamification.balance;

import dev.regulars.gamification.ledger.MemberDocument;
import dev.regulars.gamification.ledger.decision.Balances;
import dev.regulars.gamification.ledger.decision.Terms;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What other services read of a member.
 *
 * @param spendable by unit: the balance less what is pending or over
 */
record InternalBalanceView(
        String accountId, Map<String, Long> balances, Map<String, Long> spendable, long memberVersion) {

    static InternalBalanceView of(String accountId, @Nullable MemberDocument member, Terms now) {
        Balances state = member == null ? Balances.NONE : member.state;
        Map<String, Long> spendable = new TreeMap<>(MemberBalanceView.all(state.amounts()));
        state.lots().stream()
                .filter(lot -> !lot.isUsable(now.today()))
                .forEach(lot -> spendable.merge(lot.unit(), -lot.amount(), Long::sum));
        return new InternalBalanceView(
                accountId, MemberBalanceView.all(state.amounts()), spendable, member == null ? 0 : member.postings);
    }
}
