package dev.regulars.gamification.ledger.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.gamification.ledger.decision.LedgerModel.Purse;
import dev.regulars.gamification.ledger.decision.NewPosting.Kind;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The rule of the ledger against another one, written anew. */
class DecisionsTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    /** A step in the life of a member: after some days, something is asked. */
    record Step(
            int days, NewPosting.Kind kind, String unit, long amount, boolean set, boolean trade, boolean limited) {}

    /** Settings of a community. */
    record Rules(long floor, int pendingDays, int expiryDays) {}

    @Property(tries = 20_000, edgeCases = net.jqwik.api.EdgeCasesMode.NONE)
    void itAgreesWithAnIndependentModel(@ForAll("rules") Rules rules, @ForAll("steps") List<Step> steps) {
        var coins = new LedgerModel(rules.floor(), rules.pendingDays(), rules.expiryDays(), new Purse());
        var xp = new LedgerModel(0, 0, 0, new Purse());
        Balances balances = Balances.NONE;
        Instant now = START;
        for (Step step : steps) {
            now = now.plus(step.days(), ChronoUnit.DAYS);
            var terms = new Terms(
                    ZoneId.of("UTC"), now, Map.of("coins", rules.floor()), rules.pendingDays(), rules.expiryDays());
            NewPosting posting = posting(step, now);
            Decision decision = Decisions.decide(balances, posting, terms);
            boolean applied = true;
            if (step.kind() == Kind.EXPIRY) {
                coins.expire(terms.today());
            } else {
                applied = (step.unit().equals("xp") ? xp : coins).apply(posting, step.amount(), terms.today());
            }

            assertThat(decision.refused() == null)
                    .as("%s on %s", step, balances)
                    .isEqualTo(applied);
            assertThat(decision.after().amounts().getOrDefault("coins", 0L)).isEqualTo(coins.balance());
            assertThat(decision.after().amounts().getOrDefault("xp", 0L)).isEqualTo(xp.balance());
            assertThat(decision.changes().getOrDefault("coins", 0L))
                    .isEqualTo(coins.balance() - balances.amounts().getOrDefault("coins", 0L));
            assertThat(decision.after().pending(Unit.COINS, terms.today())).isEqualTo(coins.pending(terms.today()));
            balances = decision.after();
        }
    }

    @Example
    void aBalanceNeverExceedsWhatJsonCanCount() {
        var full = decide(Balances.NONE, Map.of("xp", Unit.MOST));

        assertThat(full.refused()).isNull();
        assertThat(decide(full.after(), Map.of("xp", 1L)).refused()).isEqualTo(Refused.OVERFLOW);
        assertThat(decide(full.after(), Map.of("xp", 1L)).after()).isEqualTo(full.after());
    }

    @Example
    void allUnitsOfAPostingApplyOrNone() {
        var refused = decide(Balances.NONE, Map.of("xp", 5L, "coins", -1L));

        assertThat(refused.refused()).isEqualTo(Refused.INSUFFICIENT);
        assertThat(refused.after()).isEqualTo(Balances.NONE);
    }

    @Example
    void aCooldownAndADailyCapHoldPerDayOfTheCommunity() {
        var limit = new Limit("xp:message", 60, 20, 10);
        Balances balances = Balances.NONE;
        var outcomes = new java.util.ArrayList<Refused>();
        for (int seconds : new int[] {0, 59, 60, 120, 86_400}) {
            var posting = NewPosting.of("a", "xp", "issuer", Map.of("xp", 10L), START.plusSeconds(seconds))
                    .within(limit);
            var decision = Decisions.decide(balances, posting, Terms.plain(START.plusSeconds(seconds)));
            outcomes.add(decision.refused());
            balances = decision.after();
        }

        assertThat(outcomes).containsExactly(null, Refused.COOLDOWN, null, Refused.DAILY_CAP, null);
        assertThat(balances.amount(Unit.XP)).isEqualTo(30);
    }

    private static Decision decide(Balances before, Map<String, Long> changes) {
        return Decisions.decide(before, NewPosting.of("a", "r", "issuer", changes, START), Terms.plain(START));
    }

    private static NewPosting posting(Step step, Instant now) {
        Map<String, Long> amounts = Map.of(step.unit(), step.amount());
        boolean set = step.set() && step.kind() == Kind.CHANGE;
        return new NewPosting(
                "a",
                null,
                "r",
                step.trade() ? "store" : "issuer",
                step.kind(),
                set ? Map.of() : amounts,
                set ? amounts : Map.of(),
                null,
                now,
                null,
                List.of());
    }

    @Provide
    Arbitrary<Rules> rules() {
        return Combinators.combine(
                        Arbitraries.longs().between(-5, 5),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 3))
                .as(Rules::new);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(Kind.CHANGE, Kind.CHANGE, Kind.CHANGE, Kind.REVERSAL, Kind.EXPIRY),
                        Arbitraries.of("coins", "coins", "xp"),
                        Arbitraries.longs().between(-12, 12),
                        Arbitraries.of(true, false, false),
                        Arbitraries.of(true, false),
                        Arbitraries.of(false))
                .as(Step::new)
                .list()
                .ofSize(8);
    }
}
