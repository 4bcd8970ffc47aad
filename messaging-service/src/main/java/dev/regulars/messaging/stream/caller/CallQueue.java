package dev.regulars.messaging.stream.caller;

import io.smallrye.mutiny.Uni;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** So many calls at once; the others wait for their turn, in order, and their time limits begin with it. */
final class CallQueue {

    private final int most;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger running = new AtomicInteger();

    CallQueue(int most) {
        this.most = most;
    }

    <T> Uni<T> add(Supplier<Uni<? extends T>> call) {
        return Uni.createFrom().emitter(caller -> {
            waiting.add(() -> {
                var unused = Uni.createFrom()
                        .deferred(call)
                        .onTermination()
                        .invoke(this::ended)
                        .subscribe()
                        .with(caller::complete, caller::fail);
            });
            next();
        });
    }

    private void ended() {
        running.decrementAndGet();
        next();
    }

    private void next() {
        while (!waiting.isEmpty() && acquire()) {
            Runnable call = waiting.poll();
            if (call == null) {
                running.decrementAndGet(); // another thread was faster; but one may have come in since
            } else {
                call.run();
            }
        }
    }

    private boolean acquire() {
        if (running.incrementAndGet() <= most) {
            return true;
        }
        running.decrementAndGet();
        return false;
    }
}
