package dev.regulars.web.page;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list. Each family writes it in its own form (contract §2.3).
 *
 * @param total of the whole list; absent where the parts are not counted
 * @param nextCursor where the list goes on; absent at its end, and where parts are counted
 */
public record Page<T>(
        List<T> items,
        PageRequest request,
        @Nullable Long total,
        @Nullable String nextCursor) {

    public <R> Page<R> map(Function<T, R> view) {
        return new Page<>(items.stream().map(view).toList(), request, total, nextCursor);
    }

    /** How many parts the whole list has. */
    public long totalPages() {
        return total == null ? 0 : Math.ceilDiv(total, request.limit());
    }
}
