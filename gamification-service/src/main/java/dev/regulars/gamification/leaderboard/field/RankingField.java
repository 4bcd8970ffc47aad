package dev.regulars.gamification.leaderboard.field;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.field.NumberChangeDocument;
import dev.regulars.gamification.ledger.ChangedMemberDocument;
import dev.regulars.gamification.ledger.MemberDocument;
import dev.regulars.gamification.ledger.PostingDocument;
import dev.regulars.gamification.ledger.ScoreDocument;
import dev.regulars.gamification.ledger.decision.Unit;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What members are ranked by. */
public sealed interface RankingField {

    /**
     * Scores of members who have any.
     *
     * @param from the first moment that counts; absent: everything
     * @param until the last one; absent: up to now
     * @param accountIds of whom; absent: of all
     */
    Multi<ScoreDocument> scores(
            Tx tx,
            CommunityId community,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Collection<String> accountIds);

    /** Whether nothing counts that was before then. */
    default Uni<Boolean> beginsAfter(Tx tx, CommunityId community, Instant moment) {
        return Uni.createFrom().item(false);
    }

    /**
     * Whose score may have changed since then.
     *
     * @param until not included; absent: up to now
     */
    Multi<ChangedMemberDocument> changedSince(Tx tx, CommunityId community, Instant since, @Nullable Instant until);

    /** A unit of the ledger. */
    record OfLedger(Unit unit) implements RankingField {

        @Override
        public Multi<ScoreDocument> scores(
                Tx tx,
                CommunityId community,
                @Nullable Instant from,
                @Nullable Instant until,
                @Nullable Collection<String> accountIds) {
            return from == null && until == null
                    ? MemberDocument.scores(tx, community, unit, accountIds)
                    : PostingDocument.scores(tx, community, unit, from, until, accountIds);
        }

        @Override
        public Uni<Boolean> beginsAfter(Tx tx, CommunityId community, Instant moment) {
            return MemberDocument.nobodyBefore(tx, community, moment);
        }

        @Override
        public Multi<ChangedMemberDocument> changedSince(
                Tx tx, CommunityId community, Instant since, @Nullable Instant until) {
            return MemberDocument.changedSince(tx, community, since, until);
        }
    }

    /** A custom field that is a number. */
    record OfMembers(String fieldId) implements RankingField {

        @Override
        public Multi<ScoreDocument> scores(
                Tx tx,
                CommunityId community,
                @Nullable Instant from,
                @Nullable Instant until,
                @Nullable Collection<String> accountIds) {
            return NumberChangeDocument.scores(tx, community, fieldId, from, until, accountIds);
        }

        @Override
        public Multi<ChangedMemberDocument> changedSince(
                Tx tx, CommunityId community, Instant since, @Nullable Instant until) {
            return NumberChangeDocument.changedSince(tx, community, fieldId, since, until);
        }
    }

    /** A custom field that is no more: nobody has a score. */
    record Missing() implements RankingField {

        @Override
        public Multi<ScoreDocument> scores(
                Tx tx,
                CommunityId community,
                @Nullable Instant from,
                @Nullable Instant until,
                @Nullable Collection<String> accountIds) {
            return Multi.createFrom().empty();
        }

        @Override
        public Multi<ChangedMemberDocument> changedSince(
                Tx tx, CommunityId community, Instant since, @Nullable Instant until) {
            return Multi.createFrom().empty();
        }
    }
}
