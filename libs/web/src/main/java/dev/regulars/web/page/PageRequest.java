package dev.regulars.web.page;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for, in the style of the operation: {@link ByPage}, {@link BySkip} or {@link ByCursor}.
 *
 * @param skip how many come before, where parts are counted
 * @param limit how many there are at most
 * @param cursor where the part before ended, as it was answered then; absent at the beginning
 */
public record PageRequest(
        Style style, int skip, int limit, @Nullable String cursor) {

    /** What an answer says of its place in the list. */
    public enum Style {
        PAGE,
        SKIP,
        CURSOR
    }

    /** @param page counted from 1 */
    public static PageRequest ofPage(int page, int limit) {
        return new PageRequest(Style.PAGE, Math.multiplyExact(page - 1, limit), limit, null);
    }

    public static PageRequest ofSkip(int skip, int limit) {
        return new PageRequest(Style.SKIP, skip, limit, null);
    }

    public static PageRequest ofCursor(@Nullable String cursor, int limit) {
        return new PageRequest(Style.CURSOR, 0, limit, cursor);
    }

    public int page() {
        return skip / limit + 1;
    }

    /** Whether whoever answers must count the whole list. */
    public boolean wantsTotal() {
        return style != Style.CURSOR;
    }
}
