package dev.regulars.faults.workload;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Numbered tasks, done by several threads. */
final class NumberedTasks {

    private final int count;
    private final IntConsumer task;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads;

    private NumberedTasks(int threads, int count, IntConsumer task) {
        this.count = count;
        this.task = task;
        this.threads = IntStream.rangeClosed(1, threads)
                .mapToObj(i -> Thread.ofPlatform().name("worker-" + i).daemon().start(this::work))
                .toList();
    }

    /** Tasks 0 to {@code count - 1}. */
    static NumberedTasks start(int threads, int count, IntConsumer task) {
        return new NumberedTasks(threads, count, task);
    }

    private void work() {
        for (int mine = next.getAndIncrement(); mine < count; mine = next.getAndIncrement()) {
            try {
                task.accept(mine);
            } catch (RuntimeException e) {
                failures.add("Task %d: %s".formatted(mine, e.getMessage()));
            }
            done.incrementAndGet();
        }
    }

    /** From 0 to 1. */
    double progress() {
        return (double) done.get() / count;
    }

    /** Waits for the end and returns the failures. */
    List<String> await() {
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted", e);
        }
        return List.copyOf(failures);
    }
}
