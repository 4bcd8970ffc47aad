package dev.regulars.gamification.ledger;

import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.subscription.UniEmitter;
import org.jspecify.annotations.Nullable;

/** What a request of a group is answered, once the group is committed. */
record LedgerAnswer(@Nullable Posted posted, @Nullable Refusal refusal) {

    static LedgerAnswer of(Posted posted) {
        return new LedgerAnswer(posted, null);
    }

    static LedgerAnswer refusing(Refusal refusal) {
        return new LedgerAnswer(null, refusal);
    }

    /** What is to be written alongside is, too. */
    @Nullable
    Posted applied() {
        return posted == null || posted.repeat() || posted.refused() != null ? null : posted;
    }

    void give(UniEmitter<? super Posted> caller) {
        if (refusal == null) {
            caller.complete(posted);
        } else {
            caller.fail(refusal);
        }
    }
}
