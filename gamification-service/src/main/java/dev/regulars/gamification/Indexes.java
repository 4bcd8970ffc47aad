package dev.regulars.gamification;

import dev.regulars.eventing.Indexed;
import dev.regulars.gamification.badge.BadgeDocument;
import dev.regulars.gamification.badge.award.AwardDocument;
import dev.regulars.gamification.field.NumberChangeDocument;
import dev.regulars.gamification.field.NumberFieldDocument;
import dev.regulars.gamification.leaderboard.board.BoardDocument;
import dev.regulars.gamification.ledger.MemberDocument;
import dev.regulars.gamification.ledger.PostingDocument;
import dev.regulars.gamification.member.MembershipDocument;
import dev.regulars.gamification.milestone.MilestoneDocument;
import dev.regulars.gamification.referral.ReferralCodeDocument;
import dev.regulars.gamification.referral.ReferralDocument;
import dev.regulars.gamification.referral.program.ProgramDocument;
import dev.regulars.gamification.rule.RuleDocument;
import dev.regulars.gamification.streak.StreakDocument;
import dev.regulars.gamification.streak.field.FieldChangeDocument;
import dev.regulars.gamification.streak.log.StreakLogDocument;
import dev.regulars.gamification.streak.login.LoginStreakDocument;
import dev.regulars.gamification.streak.member.MemberStreakDocument;
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
                .chain(StreakDocument::buildIndexes)
                .chain(MemberStreakDocument::buildIndexes)
                .chain(StreakLogDocument::buildIndexes)
                .chain(FieldChangeDocument::buildIndexes)
                .chain(LoginStreakDocument::buildIndexes)
                .chain(MilestoneDocument::buildIndexes)
                .chain(ReferralCodeDocument::buildIndexes)
                .chain(ReferralDocument::buildIndexes)
                .chain(ProgramDocument::buildIndexes)
                .chain(PrizeStockDocument::buildIndexes)
                .chain(SpinDocument::buildIndexes)
                .chain(BoardDocument::buildIndexes)
                .chain(MembershipDocument::buildIndexes)
                .chain(NumberFieldDocument::buildIndexes)
                .chain(NumberChangeDocument::buildIndexes);
    }
}
