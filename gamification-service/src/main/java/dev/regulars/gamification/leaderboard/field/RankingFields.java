package dev.regulars.gamification.leaderboard.field;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.field.NumberFieldDocument;
import dev.regulars.gamification.ledger.decision.Unit;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the name of a ranking field means. */
@ApplicationScoped
public class RankingFields {

    /** As users/info calls them. */
    private static final Map<String, Unit> FURTHER_NAMES = Map.of(
            "totalMessages", Unit.MESSAGES,
            "replySent", Unit.REPLIES,
            "totalReactions", Unit.REACTIONS,
            "visitCount", Unit.VISITS);

    public Uni<RankingField> find(Tx tx, CommunityId community, String name) {
        Unit unit = unit(name);
        return unit != null
                ? Uni.createFrom().item(new RankingField.OfLedger(unit))
                : NumberFieldDocument.find(tx, community, name)
                        .map(field ->
                                field == null ? new RankingField.Missing() : new RankingField.OfMembers(field.id));
    }

    /** Refuses what members cannot be ranked by. */
    public Uni<Void> check(Tx tx, String name) {
        return find(tx, tx.community(), name)
                .invoke(field -> {
                    if (field instanceof RankingField.Missing) {
                        throw Refusal.invalid(
                                "rankingField", "must be xp, coins, another unit, or a custom field that is a number");
                    }
                })
                .replaceWithVoid();
    }

    private static @Nullable Unit unit(String name) {
        return Arrays.stream(Unit.values())
                .filter(unit -> unit.wire().equals(name))
                .findFirst()
                .orElse(FURTHER_NAMES.get(name));
    }
}
