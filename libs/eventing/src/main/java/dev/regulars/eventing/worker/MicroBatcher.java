package dev.regulars.eventing.worker;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Work that costs less together than one by one: what came in during one batch is the next. A single item does not
 * wait.
 */
public final class MicroBatcher<T> {

    private final int most;
    private final Function<List<T>, Uni<Void>> work;
    private final Queue<T> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean working = new AtomicBoolean();

    /**
     * @param most at once
     * @param work on a batch; a failure is its own to handle, and here only logged
     */
    public MicroBatcher(int most, Function<List<T>, Uni<Void>> work) {
        this.most = most;
        this.work = work;
    }

    /** Safe from any thread. */
    public void add(T item) {
        waiting.add(item);
        next();
    }

    /** The same for several: they are one batch where it is not too large. */
    public void addAll(Collection<T> items) {
        waiting.addAll(items);
        next();
    }

    private void next() {
        while (!waiting.isEmpty() && working.compareAndSet(false, true)) {
            List<T> batch = batch();
            if (!batch.isEmpty()) {
                begin(batch);
                return;
            }
            working.set(false); // another thread was faster; but an item may have come in since
        }
    }

    private List<T> batch() {
        List<T> batch = new ArrayList<>();
        T item = waiting.poll();
        while (item != null) {
            batch.add(item);
            item = batch.size() < most ? waiting.poll() : null;
        }
        return batch;
    }

    private void begin(List<T> batch) {
        var unused = Uni.createFrom()
                .deferred(() -> work.apply(batch))
                .onTermination()
                .invoke(() -> working.set(false))
                .subscribe()
                .with(done -> next(), this::failed);
    }

    private void failed(Throwable failure) {
        Log.error("A batch failed", failure);
        next();
    }
}
