package dev.regulars.gamification.wheel.spin;

import static dev.regulars.gamification.GamificationError.WHEEL_DISABLED;
import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElseGet;

import dev.regulars.crypto.Secrets;
import dev.regulars.eventing.EventingError;
import dev.regulars.eventing.once.ScopedKey;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.gamification.GamificationError;
import dev.regulars.gamification.ledger.Ledger;
import dev.regulars.gamification.ledger.MemberDocument;
import dev.regulars.gamification.ledger.decision.Refused;
import dev.regulars.gamification.ledger.decision.Unit;
import dev.regulars.gamification.ledger.settings.CommunityTerms;
import dev.regulars.gamification.wheel.WheelDocument;
import dev.regulars.gamification.wheel.Wheels;
import dev.regulars.gamification.wheel.spin.SpinViews.PlayerView;
import dev.regulars.gamification.wheel.spin.SpinViews.ProofView;
import dev.regulars.gamification.wheel.spin.SpinViews.SectorView;
import dev.regulars.gamification.wheel.spin.SpinViews.SpinView;
import dev.regulars.web.value.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** What members do at the wheel. */
@ApplicationScoped
class Spins {

    private static final int ID_DIGITS = 24;
    private static final int SEED_DIGITS = 16;

    private final Wheels wheels;
    private final WheelPlayers players;
    private final SpinEffect effect;
    private final Ledger ledger;
    private final CommunityTerms terms;
    private final Outbox outbox;

    Spins(Wheels wheels, WheelPlayers players, SpinEffect effect, Ledger ledger, CommunityTerms terms, Outbox outbox) {
        this.wheels = wheels;
        this.players = players;
        this.effect = effect;
        this.ledger = ledger;
        this.terms = terms;
        this.outbox = outbox;
    }

    Uni<PlayerView> player(Tx tx) {
        String accountId = accountId(tx);
        return WheelDocument.get(tx, tx.community()).chain(wheel -> players.ensure(tx, tx.community(), accountId)
                .chain(player -> MemberDocument.find(tx, tx.community(), accountId)
                        .map(member -> member == null ? 0 : member.state.amount(Unit.SPINS))
                        .chain(spins -> wheels.outOfStock(tx, wheel)
                                .map(gone -> new PlayerView(
                                        wheel.isEnabled,
                                        spins,
                                        wheel.weightsVersion,
                                        player.commitment,
                                        SectorView.of(wheel, gone))))));
    }

    /** @param key of the call, which is the id of the spin */
    Uni<SpinView> spin(Tx tx, ScopedKey key, @Nullable String clientSeed) {
        String id = key.id() == null ? Ids.next() : Secrets.hash(key.id()).substring(0, ID_DIGITS);
        return SpinDocument.find(tx, tx.community(), id)
                .onItem()
                .ifNull()
                .switchTo(() -> draw(tx, key, id, requireNonNullElseGet(clientSeed, () -> Secrets.key()
                        .substring(0, SEED_DIGITS))))
                .invoke(spin -> checkIsOf(key, spin))
                .map(SpinView::of);
    }

    private Uni<SpinDocument> draw(Tx tx, ScopedKey key, String id, String clientSeed) {
        return WheelDocument.get(tx, tx.community())
                .invoke(Spins::checkEnabled)
                .chain(() -> players.ensure(tx, tx.community(), accountId(tx)))
                .chain(() -> terms.of(tx.community()))
                .map(now -> {
                    var spin = new SpinDocument();
                    spin.id = id;
                    spin.communityId = tx.community();
                    spin.accountId = accountId(tx);
                    spin.userId = tx.caller().userId();
                    spin.request = key.fingerprint();
                    spin.clientSeed = clientSeed;
                    spin.createdAt = now.now();
                    return effect.request(spin, tx.caller(), now.today());
                })
                .chain(ledger::post)
                .invoke(posted -> checkApplied(id, posted.refused()))
                .chain(() -> SpinDocument.get(tx, tx.community(), id));
    }

    Uni<ProofView> proof(String id) {
        return SpinDocument.ofAnyCommunity(outbox.alone(), id).map(ProofView::of);
    }

    private static void checkEnabled(WheelDocument wheel) {
        if (!wheel.isEnabled) {
            throw WHEEL_DISABLED.because("community " + wheel.id);
        }
    }

    private static void checkApplied(String id, @Nullable Refused refused) {
        if (refused != null) {
            throw GamificationError.valueOf(refused.name()).because("spin " + id);
        }
    }

    private static void checkIsOf(ScopedKey key, SpinDocument spin) {
        if (key.id() != null && !key.matches().test(spin.request)) {
            throw EventingError.IDEMPOTENCY_KEY_REUSED.because(spin.id);
        }
    }

    private static String accountId(Tx tx) {
        return requireNonNull(tx.caller().accountId());
    }
}
