package dev.regulars.eventing.once;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.outbox.Origin;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.web.caller.Actor;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.operation.Nothing;
import dev.regulars.web.operation.call.CurrentOperation;
import dev.regulars.web.operation.call.OperationCall;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Does a call once, however often it comes. Resources say {@code once.perform(RoleView.class, tx -> roles.create(tx, …))}: operation,
 * caller, community, key and arguments are those of the request, read before anything is subscribed to.
 */
@ApplicationScoped
public class Once {

    public static final String HEADER = OperationCall.KEY_HEADER;

    private final Outbox outbox;
    private final Transactions transactions;
    private final IdempotencyRecords requests;
    private final Fingerprints fingerprints;
    private final Caller caller;
    private final CurrentOperation current;

    Once(
            Outbox outbox,
            Transactions transactions,
            IdempotencyRecords requests,
            Fingerprints fingerprints,
            Caller caller,
            CurrentOperation current) {
        this.outbox = outbox;
        this.transactions = transactions;
        this.requests = requests;
        this.fingerprints = fingerprints;
        this.caller = caller;
        this.current = current;
    }

    /** @param answer a record; secrets in it are masked for every repeat */
    public <T> Uni<T> perform(Class<T> answer, Function<Tx, Uni<T>> work) {
        return request().perform(answer, work);
    }

    /** For an operation that has nothing to answer but its message. */
    public Uni<Nothing> perform(Function<Tx, ? extends Uni<?>> work) {
        return perform(Nothing.class, tx -> work.apply(tx).replaceWith(new Nothing()));
    }

    /**
     * The same for work that needs something made before its transaction (a hash, a number, an answer of another service).
     *
     * @param draft runs only where no stored answer exists
     */
    public <D, T> Uni<T> perform(Class<T> answer, Supplier<Uni<D>> draft, BiFunction<Tx, D, Uni<T>> work) {
        return request().perform(answer, draft, work);
    }

    /**
     * For writes of several documents that are true together, such as an owner and the membership that keeps the owner from
     * leaving: always one transaction, also without a key. Whoever decides by a document writes to it.
     */
    public <T> Uni<T> together(Class<T> answer, Function<Tx, Uni<T>> work) {
        return request().together(answer, work);
    }

    /** @param draft runs before the transaction, and only where no stored answer exists */
    public <D, T> Uni<T> together(Class<T> answer, Supplier<Uni<D>> draft, BiFunction<Tx, D, Uni<T>> work) {
        return request().together(answer, draft, work);
    }

    /** For operations that change nothing: the {@link Tx} knows caller and community. */
    public <T> Uni<T> read(Function<Tx, Uni<T>> work) {
        return work.apply(outbox.alone(origin()));
    }

    ScopedKey scopedKey(IdempotentCall call) {
        return new ScopedKey(
                call.key() == null ? null : call.id(), fingerprints.of(call), kept -> fingerprints.isOf(kept, call));
    }

    <T> Uni<T> transact(Origin origin, Function<Tx, Uni<T>> work) {
        return transactions.run(origin, (session, tx) -> work.apply(tx));
    }

    /** For a public operation, which has no caller: the normalised e-mail address of the body. */
    public IdempotentOperation as(String callerId) {
        return request().as(callerId);
    }

    /** The call of the present request, for those who have to say more of it. */
    public IdempotentOperation request() {
        Origin origin = origin();
        CommunityId community = origin.community();
        var call = fingerprints.call(current.call(), origin.caller(), community == null ? null : community.id());
        return new IdempotentOperation(this, call, origin);
    }

    private Origin origin() {
        Actor actor = caller.actor();
        String community = actor == null ? null : caller.communityOrNone();
        return new Origin(
                actor,
                community == null ? null : CommunityId.trusted(community),
                current.call().callerChanged());
    }

    /** For tests: {@code call} says everything. */
    <T> Uni<T> perform(IdempotentCall call, Class<T> answer, Function<Tx, Uni<T>> work) {
        return new IdempotentOperation(this, call, Origin.NONE).perform(answer, work);
    }

    /**
     * The work goes first in the transaction: its snapshot is then as young as can be, and a document that many change
     * does not starve it. A twin that lost (the row was there, or the work refuses because of what the first one did)
     * looks for the first answer. A refusal leaves no row, so it is decided anew each time.
     */
    <D, T> Uni<T> perform(
            IdempotentCall call,
            Origin origin,
            Class<T> answer,
            Supplier<Uni<D>> draft,
            BiFunction<Tx, D, Uni<T>> work) {
        if (call.key() == null) {
            return Uni.createFrom().deferred(draft::get).chain(made -> work.apply(outbox.alone(origin), made));
        }
        return requests.find(call, answer).onItem().ifNull().switchTo(() -> Uni.createFrom()
                .deferred(draft::get)
                .chain(made -> transactions.run(origin, (session, tx) -> work.apply(tx, made)
                        .call(first -> requests.add(session, call, first))))
                .onFailure(Once::mayHaveATwin)
                .recoverWithUni(lost ->
                        requests.findOfTwin(call, answer).onItem().ifNull().failWith(lost)));
    }

    private static boolean mayHaveATwin(Throwable failure) {
        return failure instanceof Refusal || DuplicateKey.is(failure);
    }
}
