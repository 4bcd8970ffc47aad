package dev.regulars.faults.timing;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** An open-loop load: calls start at their scheduled time, whether earlier ones have finished or not. */
record ConstantRateLoad(double perSecond, Supplier<TimedClient.Response> call) {

    /**
     * One call.
     *
     * @param millis from its scheduled start to its response
     */
    record Call(int status, double millis) {}

    List<Call> run(Duration length) {
        List<CompletableFuture<Call>> calls = new ArrayList<>();
        long startedAt = System.nanoTime();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < perSecond * length.toSeconds(); number++) {
                long due = startedAt + (long) (number * 1e9 / perSecond);
                LockSupport.parkNanos(due - System.nanoTime());
                calls.add(CompletableFuture.supplyAsync(() -> make(due), callers));
            }
        }
        return calls.stream().map(CompletableFuture::join).toList();
    }

    private Call make(long due) {
        int status = call.get().status();
        return new Call(status, NANOSECONDS.toMicros(System.nanoTime() - due) / 1e3);
    }
}
