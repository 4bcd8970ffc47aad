package dev.regulars.faults.story;

import dev.regulars.faults.suite.Calls;
import dev.regulars.faults.suite.Patience;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Callers at work all the time, each with one story, over and over. */
public final class Callers implements Check {

    private final Calls calls;
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads;
    private volatile boolean enough;

    public Callers(List<Pace> paces, Calls calls) {
        this.calls = calls;
        this.threads = paces.stream().flatMap(this::threads).toList();
    }

    private Stream<Thread> threads(Pace pace) {
        String name = pace.story().getClass().getSimpleName() + "-";
        return IntStream.rangeClosed(1, pace.callers())
                .mapToObj(number ->
                        Thread.ofPlatform().name(name + number).daemon().unstarted(() -> work(pace)));
    }

    public void start() {
        threads.forEach(Thread::start);
    }

    /** Each ends what it has begun. */
    public void stop() throws InterruptedException {
        enough = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void work(Pace pace) {
        while (!enough) {
            try {
                pace.story().play(calls);
            } catch (RuntimeException e) {
                failures.add(String.valueOf(e.getMessage()));
            }
            Patience.pause(pace.breath());
        }
    }

    @Override
    public List<String> faults() {
        return List.copyOf(failures);
    }
}
