package dev.regulars.gamification.ledger;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.ledger.decision.NewPosting;
import dev.regulars.web.caller.Actor;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the ledger is asked for. A cause is named by its source and its id there; it has one effect for ever. */
public sealed interface LedgerRequest {

    /** What is decided from balances and postings alone. */
    sealed interface Immediate extends LedgerRequest {}

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
            @Nullable Actor actor) implements Immediate {}

    /** Takes back whatever a cause did, and lets it do nothing later. */
    record VoidCause(
            CommunityId community,
            String source,
            String causeId,
            @Nullable Actor actor) implements Immediate {}

    /**
     * Postings to one member that depend on what else is read in the ledger's transaction, such as a draw by what is in stock.
     *
     * @param rules those that the postings can have, the certain one first
     * @param effect runs once for each attempt of the transaction; not at all for a repeat
     */
    record Derived(
            CommunityId community,
            String source,
            String causeId,
            String accountId,
            List<String> rules,
            @Nullable Actor actor,
            Function<Tx, Uni<Effect>> effect)
            implements LedgerRequest {

        Post with(List<NewPosting> postings) {
            return new Post(community, source, causeId, postings, actor);
        }
    }

    /**
     * What a derived request comes to.
     *
     * @param alongside what is written in the same transaction, where the postings are applied
     */
    record Effect(List<NewPosting> postings, BiFunction<Tx, Posted, Uni<Void>> alongside) {}

    /** The common beginning of the ids of a cause's postings. */
    default String prefix() {
        return community() + ":" + source() + ":" + causeId() + ":";
    }
}
