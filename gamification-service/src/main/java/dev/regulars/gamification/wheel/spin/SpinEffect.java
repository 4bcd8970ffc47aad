package dev.regulars.gamification.wheel.spin;

import static dev.regulars.gamification.GamificationError.WHEEL_DISABLED;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.gamification.ledger.LedgerRequest.Derived;
import dev.regulars.gamification.ledger.LedgerRequest.Effect;
import dev.regulars.gamification.ledger.Posted;
import dev.regulars.gamification.ledger.decision.NewPosting;
import dev.regulars.gamification.ledger.decision.Unit;
import dev.regulars.gamification.wheel.PrizeStockDocument;
import dev.regulars.gamification.wheel.WheelDocument;
import dev.regulars.gamification.wheel.Wheels;
import dev.regulars.web.caller.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a spin does inside the ledger's transaction: the debit, the draw by the committed seed, the prize, the stock, the next seed
 * and the log are true together or not at all.
 */
@ApplicationScoped
class SpinEffect {

    private static final String SOURCE = "wheel";
    private static final String ACCOUNT = "wheel";
    private static final String DEBIT = "spin";
    private static final String PRIZE = "prize";
    private static final Map<String, Long> ONE_SPIN = Map.of(Unit.SPINS.wire(), -1L);

    private final Wheels wheels;
    private final WheelPlayers players;

    SpinEffect(Wheels wheels, WheelPlayers players) {
        this.wheels = wheels;
        this.players = players;
    }

    /** @param spin what is known before the draw */
    Derived request(SpinDocument spin, Actor actor, long today) {
        return new Derived(
                spin.communityId,
                SOURCE,
                spin.id,
                spin.accountId,
                List.of(DEBIT, PRIZE),
                actor,
                tx -> effect(tx, spin, today));
    }

    private Uni<Effect> effect(Tx tx, SpinDocument spin, long today) {
        return WheelDocument.get(tx, spin.communityId).chain(wheel -> WheelPlayerDocument.get(
                        tx, spin.communityId, spin.accountId)
                .chain(player -> wheels.outOfStock(tx, wheel).map(gone -> {
                    draw(spin, wheel, player, gone);
                    return new Effect(postings(spin), (same, posted) -> alongside(same, spin, player, posted, today));
                })));
    }

    private void draw(SpinDocument spin, WheelDocument wheel, WheelPlayerDocument player, Set<String> outOfStock) {
        if (wheel.prizes.isEmpty()) {
            throw WHEEL_DISABLED.because("no prizes in " + wheel.id);
        }
        spin.serverSeed = players.seed(player);
        spin.commitment = player.commitment;
        spin.weightsVersion = wheel.weightsVersion;
        spin.weights = wheel.prizes;
        var drawn = wheel.table().draw(spin.serverSeed, spin.clientSeed, outOfStock);
        spin.draw = drawn.draw();
        spin.exhausted = drawn.exhausted();
        spin.prize = drawn.prize();
    }

    /** The debit comes first: a prize of spins does not pay for its own draw. */
    private static List<NewPosting> postings(SpinDocument spin) {
        List<NewPosting> postings = new ArrayList<>();
        postings.add(posting(spin, DEBIT, ONE_SPIN));
        if (!spin.prize.changes().isEmpty()) {
            postings.add(posting(spin, PRIZE, spin.prize.changes()));
        }
        return postings;
    }

    private static NewPosting posting(SpinDocument spin, String rule, Map<String, Long> changes) {
        return NewPosting.of(spin.accountId, rule, ACCOUNT, changes, spin.createdAt)
                .known(spin.userId);
    }

    private Uni<Void> alongside(Tx tx, SpinDocument spin, WheelPlayerDocument player, Posted posted, long today) {
        spin.spinsLeft = posted.postings().getLast().balances().getOrDefault(Unit.SPINS.wire(), 0L);
        Uni<Void> stock = spin.prize.stock() == null
                ? Uni.createFrom().voidItem()
                : PrizeStockDocument.take(tx, spin.communityId, spin.prize);
        return stock.chain(() -> spin.create(tx)).chain(() -> players.advance(tx, player, today));
    }
}
