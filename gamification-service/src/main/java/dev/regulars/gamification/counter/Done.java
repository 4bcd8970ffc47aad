package dev.regulars.gamification.counter;

import dev.regulars.events.CommunityId;
import dev.regulars.gamification.counter.xp.Action;
import dev.regulars.gamification.ledger.decision.Unit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a member did.
 *
 * @param source and {@code causeId} name it
 * @param unit that counts it, where one does
 * @param action that may earn XP, where it does
 */
record Done(
        CommunityId community,
        String accountId,
        @Nullable String userId,
        String source,
        String causeId,
        @Nullable Unit unit,
        long amount,
        @Nullable Action action,
        Instant at) {}
