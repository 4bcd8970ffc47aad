package dev.regulars.webhook.subscription.limit;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** The numbers that a community has for its webhooks. A unique index on them holds the limit. */
public final class Slots {

    private Slots() {}

    /** At random, so that concurrent requests seldom choose the same. */
    public static int free(List<Integer> taken, int limit, String community) {
        if (taken.size() >= limit) {
            throw new LimitReached(limit).because("community " + community);
        }
        int[] free =
                IntStream.range(0, limit).filter(slot -> !taken.contains(slot)).toArray();
        return free[ThreadLocalRandom.current().nextInt(free.length)];
    }
}
