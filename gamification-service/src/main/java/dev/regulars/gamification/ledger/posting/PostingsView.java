package dev.regulars.gamification.ledger.posting;

import dev.regulars.gamification.GamificationError;
import dev.regulars.gamification.ledger.Posted;
import dev.regulars.gamification.ledger.decision.Refused;
import java.util.List;
import java.util.Map;

/**
 * What was posted.
 *
 * @param repeat whether it had been posted before
 */
record PostingsView(List<PostingView> postings, boolean repeat) {

    /** Balances after a posting. */
    record PostingView(
            String _id, String accountId, Map<String, Long> changes, Map<String, Long> balances, long memberVersion) {

        static PostingView of(Posted.Posting posting) {
            return new PostingView(
                    posting.id(), posting.accountId(), posting.changes(), posting.balances(), posting.memberVersion());
        }
    }

    /** Refuses what the ledger refused. */
    static PostingsView of(Posted posted) {
        Refused refused = posted.refused();
        if (refused != null) {
            throw GamificationError.valueOf(refused.name()).because(String.valueOf(posted.postings()));
        }
        return taken(posted);
    }

    static PostingsView taken(Posted posted) {
        return new PostingsView(posted.postings().stream().map(PostingView::of).toList(), posted.repeat());
    }
}
