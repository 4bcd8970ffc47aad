package dev.regulars.identity.directory.bulk.work;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one part that could not be applied now. A few do not stop the rest of the part, which a busy machine would otherwise never
 * finish; many mean that a service or the database is away.
 */
final class RowsToRetry {

    private static final int FEW = 10;

    private final AtomicInteger count = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> first = new AtomicReference<>();

    /** Fails where they are too many. */
    void add(Throwable failure) {
        first.compareAndSet(null, failure);
        if (count.incrementAndGet() > FEW) {
            check();
        }
    }

    /** Fails where there is one. */
    void check() {
        Throwable failure = first.get();
        if (failure != null) {
            throw new IllegalStateException(count + " rows are left", failure);
        }
    }
}
