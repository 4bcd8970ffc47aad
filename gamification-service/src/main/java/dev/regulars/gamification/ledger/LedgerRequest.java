package dev.regulars.gamification.ledger;

import dev.regulars.events.CommunityId;
import dev.regulars.gamification.ledger.decision.NewPosting;
import dev.regulars.web.caller.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the ledger is asked for. A cause is named by its source and its id there; it has one effect for ever. */
public sealed interface LedgerRequest {

    CommunityId community();

    String source();

    String causeId();

    @Nullable
    Actor actor();

    /** Postings that apply together or not at all. */
    record Post(
            CommunityId community,
            String source,
            String causeId,
            List<NewPosting> postings,
            @Nullable Actor actor) implements LedgerRequest {}

    /** Takes back whatever a cause did, and lets it do nothing later. */
    record VoidCause(
            CommunityId community,
            String source,
            String causeId,
            @Nullable Actor actor) implements LedgerRequest {}

    /** The common beginning of the ids of a cause's postings. */
    default String prefix() {
        return community() + ":" + source() + ":" + causeId() + ":";
    }
}
