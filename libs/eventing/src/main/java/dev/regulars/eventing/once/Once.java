package dev.regulars.eventing.once;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Does a call once, however often it comes. The answer is a record, never nothing: {@code once.perform(call, PostView.class, tx -> posts.publish(tx, …))}. */
@ApplicationScoped
public class Once {

    public static final String HEADER = "Idempotency-Key";

    private final Outbox outbox;
    private final Transactions transactions;
    private final Requests requests;

    Once(Outbox outbox, Transactions transactions, Requests requests) {
        this.outbox = outbox;
        this.transactions = transactions;
        this.requests = requests;
    }

    /**
     * The work goes first in the transaction: its snapshot is then as young as can be, and a document that many change
     * does not starve it. A twin that lost (the row was there, or the work refuses because of what the first one did)
     * looks for the first answer. A refusal leaves no row, so it is decided anew each time.
     */
    public <T> Uni<T> perform(Call call, Class<T> answer, Function<Tx, Uni<T>> work) {
        return perform(call, answer, UnaryOperator.identity(), work);
    }

    /**
     * The same for an answer with a secret in it: whoever did the work reads it once.
     *
     * @param masked what is kept of the answer, and read by every repeat
     */
    public <T> Uni<T> perform(Call call, Class<T> answer, UnaryOperator<T> masked, Function<Tx, Uni<T>> work) {
        if (call.key() == null) {
            return work.apply(outbox.alone());
        }
        return requests.find(call, answer).onItem().ifNull().switchTo(() -> transactions
                .run((session, tx) -> work.apply(tx).call(first -> requests.add(session, call, masked.apply(first))))
                .onFailure(Once::mayHaveATwin)
                .recoverWithUni(
                        lost -> requests.find(call, answer).onItem().ifNull().failWith(lost)));
    }

    private static boolean mayHaveATwin(Throwable failure) {
        return failure instanceof Refusal || DuplicateKey.is(failure);
    }
}
