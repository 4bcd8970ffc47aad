package dev.regulars.gamification.referral;

import static dev.regulars.gamification.GamificationError.ALREADY_REFERRED;
import static dev.regulars.gamification.GamificationError.OWN_CODE;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Who brought whom. The first one who is said to have stays. */
@ApplicationScoped
class Referrals {

    private final Outbox outbox;
    private final Clock clock;

    Referrals(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A member says whose code brought them. */
    Uni<String> claim(Tx tx, String accountId, String code) {
        CommunityId community = tx.community();
        return ReferralCodeDocument.get(tx, community, code)
                .invoke(found -> {
                    if (found.accountId.equals(accountId)) {
                        throw OWN_CODE.because(accountId);
                    }
                })
                .call(found -> ReferralDocument.find(tx, community, found.accountId)
                        .invoke(other -> {
                            if (other != null && other.referrerId.equals(accountId)) {
                                throw ALREADY_REFERRED.because("each by the other");
                            }
                        }))
                .chain(found -> attribute(tx, community, accountId, found.accountId))
                .map(referral -> referral.referrerId);
    }

    /** A partner system said it of a user whom it created; a repeat changes nothing. */
    Uni<Void> keep(CommunityId community, String accountId, String referrerId) {
        return accountId.equals(referrerId)
                ? Uni.createFrom().voidItem()
                : attribute(outbox.alone(), community, accountId, referrerId)
                        .onFailure(Refusal.class)
                        .recoverWithNull()
                        .replaceWithVoid();
    }

    private Uni<ReferralDocument> attribute(Tx tx, CommunityId community, String accountId, String referrerId) {
        return ReferralDocument.find(tx, community, accountId)
                .invoke(known -> {
                    if (known != null) {
                        throw ALREADY_REFERRED.because(accountId);
                    }
                })
                .chain(() -> ReferralDocument.attribute(tx, community, accountId, referrerId, clock.instant()))
                .onFailure(DuplicateKey::is)
                .transform(twin -> ALREADY_REFERRED.because(accountId));
    }
}
