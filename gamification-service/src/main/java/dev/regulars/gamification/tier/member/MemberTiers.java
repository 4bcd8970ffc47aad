package dev.regulars.gamification.tier.member;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.ledger.MemberDocument;
import dev.regulars.gamification.ledger.decision.Balances;
import dev.regulars.gamification.ledger.decision.Unit;
import dev.regulars.gamification.tier.setting.Tier;
import dev.regulars.gamification.tier.setting.TierRule;
import dev.regulars.gamification.tier.setting.TierSettingDocument;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** In which tier members are, by their balances of this moment. */
@ApplicationScoped
public class MemberTiers {

    private final Clock clock;

    MemberTiers(Clock clock) {
        this.clock = clock;
    }

    /** What a member is in, and was told to be in. */
    public record Standing(
            MemberTierDocument told,
            TierSettingDocument setting,
            @Nullable Tier tier,
            long earned) {

        public int index() {
            return tier == null ? -1 : TierRule.indexOf(setting.tiers, tier._id());
        }
    }

    /** How far a member has come, and how far the next tier is. */
    public record TierProgress(
            @Nullable String name,
            int level,
            long xp,
            @Nullable String next,
            @Nullable Long nextXp) {

        static TierProgress of(Standing standing) {
            Tier tier = standing.tier();
            List<Tier> tiers = standing.setting().tiers;
            Tier next = standing.index() + 1 < tiers.size() ? tiers.get(standing.index() + 1) : null;
            return new TierProgress(
                    tier == null ? null : tier.name(),
                    tier == null ? 0 : tier.level(),
                    standing.earned(),
                    next == null ? null : next.name(),
                    next == null ? null : next.xp());
        }
    }

    public Uni<TierProgress> progress(Tx tx, CommunityId community, String accountId) {
        return of(tx, community, accountId).map(TierProgress::of);
    }

    public Uni<Standing> of(Tx tx, CommunityId community, String accountId) {
        return TierSettingDocument.of(tx, community, clock.instant()).chain(setting -> MemberTierDocument.of(
                        tx, community, accountId)
                .chain(told -> MemberDocument.find(tx, community, accountId)
                        .map(member -> standing(setting, told, member == null ? Balances.NONE : member.state))));
    }

    /** Tells it where it is another one than before. */
    public Uni<Void> tell(Tx tx, CommunityId community, String accountId) {
        return of(tx, community, accountId)
                .chain(standing -> standing.told().isIn(standing.tier())
                        ? Uni.createFrom().voidItem()
                        : standing.told().moveTo(tx, standing.tier(), clock.instant()));
    }

    private static Standing standing(TierSettingDocument setting, MemberTierDocument told, Balances balances) {
        long earned = balances.earned().getOrDefault(Unit.XP.wire(), 0L);
        Tier tier = setting.enabled
                ? TierRule.of(setting.tiers, setting.downgrade, earned, balances.amount(Unit.XP), told.granted)
                : null;
        return new Standing(told, setting, tier, earned);
    }
}
