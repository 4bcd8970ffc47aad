package dev.regulars.gamification;

import dev.regulars.eventing.Indexed;
import dev.regulars.gamification.badge.BadgeDocument;
import dev.regulars.gamification.badge.award.AwardDocument;
import dev.regulars.gamification.ledger.MemberDocument;
import dev.regulars.gamification.ledger.PostingDocument;
import dev.regulars.gamification.rule.RuleDocument;
import dev.regulars.gamification.wheel.PrizeStockDocument;
import dev.regulars.gamification.wheel.spin.SpinDocument;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** All indexes of the service. */
@Singleton
class Indexes implements Indexed {

    @Override
    public Uni<Void> build() {
        return PostingDocument.buildIndexes()
                .chain(MemberDocument::buildIndexes)
                .chain(BadgeDocument::buildIndexes)
                .chain(AwardDocument::buildIndexes)
                .chain(RuleDocument::buildIndexes)
                .chain(PrizeStockDocument::buildIndexes)
                .chain(SpinDocument::buildIndexes);
    }
}
