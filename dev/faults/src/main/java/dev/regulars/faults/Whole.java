package dev.regulars.faults;

import static dev.regulars.faults.Recoveries.seconds;

import dev.regulars.faults.story.Story;
import dev.regulars.faults.suite.Calls;
import dev.regulars.faults.suite.Patience;
import dev.regulars.faults.suite.Suite;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * When the suite is whole again: every part says that it is ready, each story is proved to go on through each gateway, and whatever
 * was acknowledged by then has had its effects.
 *
 * @param doors one for each gateway
 */
record Whole(Suite suite, List<Story> stories, List<Calls> doors) {

    /**
     * How long it took since the kill.
     *
     * @param missing what was not there when patience was over
     */
    record Recovery(Duration untilReady, Duration untilWhole, List<String> missing) {

        boolean isComplete() {
            return missing.isEmpty();
        }

        @Override
        public String toString() {
            return "ready after %.1f s, %s after %.1f s"
                    .formatted(seconds(untilReady), isComplete() ? "whole" : "NOT WHOLE", seconds(untilWhole));
        }
    }

    /** @param begun when it was broken, as {@link System#nanoTime} has it */
    Recovery await(long begun) {
        var patience = new Patience();
        boolean ready = patience.await(suite::isReady);
        Duration untilReady = since(begun);
        if (!ready) {
            return new Recovery(untilReady, untilReady, List.of("a part that says it is ready"));
        }
        stories.forEach(story -> doors.forEach(story::prove));
        Set<String> owed = owed();
        boolean paid = patience.await(() -> {
            owed.retainAll(owed());
            return owed.isEmpty();
        });
        return new Recovery(untilReady, since(begun), paid ? List.of() : List.copyOf(owed));
    }

    private Set<String> owed() {
        Set<String> owed = new HashSet<>();
        stories.forEach(story -> owed.addAll(story.owed()));
        return owed;
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
