package dev.regulars.testkit;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The same call by many at once. */
public final class Concurrently {

    private Concurrently() {}

    /** How often a race or a random case is repeated: {@code few} times in {@code make test}, {@code all} in {@code make faults}. */
    public static int rounds(int few, int all) {
        return "full".equals(System.getProperty("races")) ? all : few;
    }

    /** All start at one moment; their answers come back in the order of their numbers. */
    public static <T> List<T> call(int callers, IntFunction<T> call) {
        var start = new CountDownLatch(callers);
        List<Future<T>> answers;
        try (var threads = Executors.newFixedThreadPool(callers)) {
            answers = IntStream.range(0, callers)
                    .mapToObj(number -> threads.submit(() -> {
                        start.countDown();
                        start.await();
                        return call.apply(number);
                    }))
                    .toList();
        } // waits for all
        return answers.stream().map(Future::resultNow).toList();
    }
}
