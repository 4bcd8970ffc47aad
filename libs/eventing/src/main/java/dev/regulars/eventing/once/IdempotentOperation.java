package dev.regulars.eventing.once;

import dev.regulars.eventing.outbox.Origin;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import io.smallrye.mutiny.Uni;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A call as it will be done: nothing is read from the request any more. */
public final class IdempotentOperation {

    private final Once once;
    private final IdempotentCall call;
    private final Origin origin;

    IdempotentOperation(Once once, IdempotentCall call, Origin origin) {
        this.once = once;
        this.call = call;
        this.origin = origin;
    }

    /** What a document keeps to know the repeats of the call that made it. */
    public ScopedKey scopedKey() {
        return once.scopedKey(call);
    }

    /** On behalf of somebody else than the credential's owner. */
    public IdempotentOperation as(String callerId) {
        return with(
                new IdempotentCall(call.communityId(), callerId, call.operation(), call.key(), call.body()), origin);
    }

    /** In a community that the token does not name, as a service may have it. */
    public IdempotentOperation in(CommunityId community) {
        return with(
                new IdempotentCall(community.id(), call.callerId(), call.operation(), call.key(), call.body()),
                new Origin(origin.caller(), community, origin.callerChanged()));
    }

    /** Under a key that the body has, instead of the header's. */
    public IdempotentOperation under(@Nullable String key) {
        return with(
                new IdempotentCall(call.communityId(), call.callerId(), call.operation(), key, call.body()), origin);
    }

    public <T> Uni<T> perform(Class<T> answer, Function<Tx, Uni<T>> work) {
        return perform(answer, () -> Uni.createFrom().voidItem(), (tx, none) -> work.apply(tx));
    }

    /** @param draft runs before the transaction, and only where no stored answer exists */
    public <D, T> Uni<T> perform(Class<T> answer, Supplier<Uni<D>> draft, BiFunction<Tx, D, Uni<T>> work) {
        return once.perform(call, origin, answer, draft, work);
    }

    /** For writes of several documents that are true together: always one transaction, also without a key. */
    public <T> Uni<T> together(Class<T> answer, Function<Tx, Uni<T>> work) {
        return together(answer, () -> Uni.createFrom().voidItem(), (tx, none) -> work.apply(tx));
    }

    /** @param draft runs before the transaction, and only where no stored answer exists */
    public <D, T> Uni<T> together(Class<T> answer, Supplier<Uni<D>> draft, BiFunction<Tx, D, Uni<T>> work) {
        return call.key() == null
                ? Uni.createFrom().deferred(draft::get).chain(made -> once.transact(origin, tx -> work.apply(tx, made)))
                : perform(answer, draft, work);
    }

    private IdempotentOperation with(IdempotentCall changed, Origin origin) {
        return new IdempotentOperation(once, changed, origin);
    }
}
