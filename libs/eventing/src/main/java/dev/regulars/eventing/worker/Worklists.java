package dev.regulars.eventing.worker;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Makes the worklists of a service, starts them once all of it has started, and stops them first. A bean that makes one
 * in its constructor is a {@code @Startup} bean.
 */
@ApplicationScoped
public class Worklists {

    private static final int AFTER_ALL_OTHERS = 10_000;

    private final Vertx vertx;
    private final Clock clock;
    private final List<Worklist<?>> all = new ArrayList<>();
    private boolean started;

    Worklists(Vertx vertx, Clock clock) {
        this.vertx = vertx;
        this.clock = clock;
    }

    /**
     * @param interval between two looks at what is due, give or take half of it
     * @param name for the log: what is done, as in "Sending mails"
     * @param due the first items that are due at a time, longest due first, a bounded number of them
     * @param id of an item, the same when it comes again
     * @param work on one item; once it succeeds the item is due no more
     * @param postpone makes a failed item due at a later time, so that others come first
     */
    public synchronized <T> Worklist<T> every(
            Duration interval,
            String name,
            Function<Instant, Uni<List<T>>> due,
            Function<T, ?> id,
            BiFunction<T, Instant, Uni<Void>> work,
            BiFunction<T, Instant, Uni<Void>> postpone) {
        var list = new Worklist<>(vertx, clock, interval, name, new Worklist.Steps<>(due, id, work, postpone));
        all.add(list);
        if (started) {
            list.start();
        }
        return list;
    }

    synchronized void start(@Observes @Priority(AFTER_ALL_OTHERS) StartupEvent ready) {
        started = true;
        all.forEach(Worklist::start);
    }

    synchronized void stop(@Observes @Priority(1) ShutdownEvent stopping) {
        all.forEach(Worklist::stop);
    }
}
