package dev.regulars.gamification.wheel;

import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.toSet;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.wheel.WheelSettings.WheelBody;
import dev.regulars.gamification.wheel.WheelSettings.WheelView;
import dev.regulars.gamification.wheel.draw.Prize;
import dev.regulars.gamification.wheel.draw.PrizeRules;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The wheels of communities. */
@ApplicationScoped
public class Wheels {

    Uni<WheelView> settings(Tx tx) {
        return WheelDocument.get(tx, tx.community()).chain(wheel -> view(tx, wheel));
    }

    Uni<WheelView> define(Tx tx, WheelBody body) {
        List<Prize> prizes = body.parsed();
        if (prizes != null) {
            PrizeRules.check(prizes);
        }
        return WheelDocument.get(tx, tx.community())
                .chain(before -> {
                    boolean isEnabled = requireNonNullElse(body.isEnabled(), before.isEnabled);
                    if (isEnabled && requireNonNullElse(prizes, before.prizes).isEmpty()) {
                        throw Refusal.invalid("prizes", "must not be empty where the wheel is enabled");
                    }
                    return ensureStocks(tx, requireNonNullElse(prizes, List.of()))
                            .chain(() -> WheelDocument.store(tx, isEnabled, prizes));
                })
                .chain(wheel -> view(tx, wheel));
    }

    /** Labels of the prizes that cannot be won any more. */
    public Uni<Set<String>> outOfStock(Tx tx, WheelDocument wheel) {
        return won(tx, wheel.communityId, wheel).map(won -> wheel.prizes.stream()
                .filter(prize -> prize.stock() != null && won.getOrDefault(prize.label(), 0L) >= prize.stock())
                .map(Prize::label)
                .collect(toSet()));
    }

    private static Uni<WheelView> view(Tx tx, WheelDocument wheel) {
        return won(tx, tx.community(), wheel).map(won -> WheelView.of(wheel, won));
    }

    private static Uni<Map<String, Long>> won(Tx tx, CommunityId community, WheelDocument wheel) {
        return wheel.prizes.stream().anyMatch(prize -> prize.stock() != null)
                ? PrizeStockDocument.won(tx, community)
                : Uni.createFrom().item(Map.of());
    }

    private static Uni<Void> ensureStocks(Tx tx, List<Prize> prizes) {
        return Multi.createFrom()
                .items(prizes.stream().filter(prize -> prize.stock() != null))
                .onItem()
                .transformToUniAndConcatenate(prize -> PrizeStockDocument.ensure(tx, prize.label()))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
