package dev.regulars.identity.directory.filter.field;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which values match.
 *
 * @param exactly absent where there are bounds
 * @param under not itself one of them
 */
public record Bounds(
        @Nullable Object exactly,
        @Nullable Object from,
        @Nullable Object upTo,
        @Nullable Object under) {

    public static final Bounds ALL = new Bounds(null, null, null, null);

    static Bounds of(Object exactly) {
        return new Bounds(exactly, null, null, null);
    }

    static Bounds within(Instant from, Instant under) {
        return new Bounds(null, from, null, under);
    }

    /** The same and everything greater. */
    Bounds upwards() {
        return new Bounds(null, exactly == null ? from : exactly, null, null);
    }

    /** The same and everything smaller. */
    Bounds downwards() {
        return new Bounds(null, null, exactly, under);
    }

    public Bounds and(Bounds other) {
        return new Bounds(
                null,
                from == null ? other.from : from,
                upTo == null ? other.upTo : upTo,
                under == null ? other.under : under);
    }
}
