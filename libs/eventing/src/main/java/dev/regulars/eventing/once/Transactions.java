package dev.regulars.eventing.once;

import static com.mongodb.MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL;
import static com.mongodb.MongoException.UNKNOWN_TRANSACTION_COMMIT_RESULT_LABEL;
import static dev.regulars.eventing.EventingError.CALL_UNDER_WAY;

import com.mongodb.ClientSessionOptions;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.reactivestreams.client.ClientSession;
import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.outbox.Origin;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.worker.Poller;
import dev.regulars.events.CommunityId;
import dev.regulars.web.caller.Actor;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import mutiny.zero.flow.adapters.AdaptersToFlow;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** Writes that are true together or not at all, and reads of one moment. Operations take {@link Once}. */
@ApplicationScoped
public class Transactions {

    private static final TransactionOptions SAFE = TransactionOptions.builder()
            .readConcern(ReadConcern.SNAPSHOT)
            .writeConcern(WriteConcern.MAJORITY.withJournal(true))
            .build();
    private static final ClientSessionOptions SNAPSHOT = ClientSessionOptions.builder()
            .causallyConsistent(false)
            .snapshot(true)
            .build();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ReactiveMongoClient mongo;
    private final Outbox outbox;

    Transactions(ReactiveMongoClient mongo, Outbox outbox) {
        this.mongo = mongo;
        this.outbox = outbox;
    }

    /** What another transaction stands in the way of (a twin, a hot document) is tried again from the start. */
    <T> Uni<T> run(Origin origin, BiFunction<ClientSession, Tx, Uni<T>> work) {
        Executor here = Poller.thisContext();
        return Uni.createFrom()
                .deferred(() -> attempt(origin, work))
                .runSubscriptionOn(here)
                .emitOn(here)
                .onFailure(labelled(TRANSIENT_TRANSACTION_ERROR_LABEL))
                .retry()
                .withBackOff(Duration.ofMillis(5), Duration.ofMillis(200))
                .withJitter(0.5)
                .expireIn(PATIENCE.toMillis())
                .onFailure(Transactions::patienceIsOver)
                .transform(e -> CALL_UNDER_WAY.because(e.toString()));
    }

    /**
     * For writes that are left of a request, in one community.
     *
     * @param actor who sent the request
     */
    public <T> Uni<T> in(CommunityId community, Actor actor, Function<Tx, Uni<T>> work) {
        return run(new Origin(actor, community, tag -> {}), (session, tx) -> work.apply(tx));
    }

    /** A single attempt, for a writer that commits many calls together and knows what to do with a {@linkplain #lost lost} one. */
    public <T> Uni<T> attempt(Function<Tx, Uni<T>> work) {
        return attempt(Origin.NONE, (session, tx) -> work.apply(tx));
    }

    /** Whether an attempt may succeed when it is made again: another one stood in its way, or its outcome is unknown. */
    public static boolean lost(Throwable failure) {
        return DuplicateKey.is(failure)
                || labelled(TRANSIENT_TRANSACTION_ERROR_LABEL)
                        .or(labelled(UNKNOWN_TRANSACTION_COMMIT_RESULT_LABEL))
                        .test(failure);
    }

    /** Reads the state of one moment, however long it takes. For reports; nothing can be written. */
    public <T> Uni<T> snapshot(Function<Tx, Uni<T>> reads) {
        return mongo.startSession(SNAPSHOT).chain(session -> Uni.createFrom()
                .deferred(() -> reads.apply(outbox.in(session, Origin.NONE)))
                .eventually(session::close));
    }

    private <T> Uni<T> attempt(Origin origin, BiFunction<ClientSession, Tx, Uni<T>> work) {
        return mongo.startSession().chain(session -> {
            session.startTransaction(SAFE);
            Tx tx = outbox.in(session, origin);
            return Uni.createFrom()
                    .deferred(() -> work.apply(session, tx))
                    .onFailure()
                    .call(() -> done(session.abortTransaction()).onFailure().recoverWithNull())
                    .call(() -> commit(session))
                    .invoke(tx::committed)
                    .eventually(session::close);
        });
    }

    /** To commit is idempotent: a commit whose outcome is unknown is simply said again. */
    private static Uni<Void> commit(ClientSession session) {
        return Uni.createFrom()
                .deferred(() -> done(session.commitTransaction()))
                .onFailure(labelled(UNKNOWN_TRANSACTION_COMMIT_RESULT_LABEL))
                .retry()
                .withBackOff(Duration.ofMillis(50), Duration.ofSeconds(1))
                .expireIn(PATIENCE.toMillis());
    }

    private static Uni<Void> done(Publisher<Void> step) {
        return Uni.createFrom().publisher(AdaptersToFlow.publisher(step));
    }

    /** Mutiny then wraps the last failure. Whether an unknown commit came about is told to whoever asks by the same key. */
    private static boolean patienceIsOver(Throwable failure) {
        return labelled(TRANSIENT_TRANSACTION_ERROR_LABEL)
                .or(labelled(UNKNOWN_TRANSACTION_COMMIT_RESULT_LABEL))
                .test(failure.getCause());
    }

    private static Predicate<@Nullable Throwable> labelled(String label) {
        return failure -> failure instanceof MongoException e && e.hasErrorLabel(label);
    }
}
