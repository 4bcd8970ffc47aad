package dev.regulars.faults.story;

import dev.regulars.faults.suite.Calls;
import dev.regulars.faults.suite.Patience;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/** Partners at work all the time: each plays one story after the other. */
public final class Callers implements Check {

    private static final int HOW_MANY = 8;
    private static final Duration BREATH = Duration.ofMillis(100);

    private final List<Story> stories;
    private final Calls calls;
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads;
    private volatile boolean enough;

    public Callers(List<Story> stories, Calls calls) {
        this.stories = stories;
        this.calls = calls;
        this.threads = IntStream.rangeClosed(1, HOW_MANY)
                .mapToObj(number ->
                        Thread.ofPlatform().name("caller-" + number).daemon().unstarted(this::work))
                .toList();
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

    private void work() {
        while (!enough) {
            for (Story story : stories) {
                try {
                    story.play(calls);
                } catch (RuntimeException e) {
                    failures.add(String.valueOf(e.getMessage()));
                }
                Patience.pause(BREATH);
            }
        }
    }

    @Override
    public List<String> faults() {
        return List.copyOf(failures);
    }
}
