package dev.regulars.faults.scenario;

import dev.regulars.faults.suite.RetryingClient;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Runs scenarios in threads: each thread repeats one scenario until it is stopped. */
public final class ScenarioRunner implements Invariant {

    private static final int STEP_MILLIS = 50;

    private final RetryingClient client;
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile int slowness = 1;

    public ScenarioRunner(List<LoadProfile> loadProfiles, RetryingClient client) {
        this.client = client;
        this.threads = loadProfiles.stream().flatMap(this::threads).toList();
    }

    private Stream<Thread> threads(LoadProfile profile) {
        String name = profile.scenario().getClass().getSimpleName() + "-";
        return IntStream.rangeClosed(1, profile.callers())
                .mapToObj(number ->
                        Thread.ofPlatform().name(name + number).daemon().unstarted(() -> work(profile)));
    }

    public void start() {
        threads.forEach(Thread::start);
    }

    /** Pauses between iterations are so many times as long as their profile says; 1 for the whole load. */
    public void slowDown(int slowness) {
        this.slowness = slowness;
    }

    /** Waits until every thread has finished its current iteration; pauses end at once. */
    public void stop() throws InterruptedException {
        stopped.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void work(LoadProfile profile) {
        do {
            try {
                profile.scenario().run(client);
            } catch (RuntimeException e) {
                failures.add(String.valueOf(e.getMessage()));
            }
        } while (!hasStoppedWithin(profile.pause()));
    }

    /** A pause that has begun ends earlier, too, when the load becomes heavier. */
    private boolean hasStoppedWithin(Duration pause) {
        long begun = System.nanoTime();
        try {
            while (System.nanoTime() - begun < pause.toNanos() * slowness) {
                if (stopped.await(STEP_MILLIS, TimeUnit.MILLISECONDS)) {
                    return true;
                }
            }
            return stopped.getCount() == 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted", e);
        }
    }

    @Override
    public List<String> violations() {
        return List.copyOf(failures);
    }
}
