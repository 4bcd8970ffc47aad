package dev.regulars.web.value;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A member of a PATCH: left out, so that what is stays; or there, as a value or as {@code null}, which clears it. */
@JsonDeserialize(using = PatchReader.class)
public sealed interface Patch<T extends @Nullable Object> {

    /** Left out. */
    record Absent<T extends @Nullable Object>() implements Patch<T> {}

    /** There. */
    record To<T extends @Nullable Object>(@Nullable T value) implements Patch<T> {}

    static <T extends @Nullable Object> Patch<T> absent() {
        return new Absent<>();
    }

    static <T extends @Nullable Object> Patch<T> to(@Nullable T value) {
        return new To<>(value);
    }

    default boolean isThere() {
        return this instanceof To;
    }

    /** The value after the change, given the one before it. */
    default @Nullable T orElse(@Nullable T before) {
        return this instanceof To<T>(var value) ? value : before;
    }

    default void ifThere(Consumer<@Nullable T> change) {
        if (this instanceof To<T>(var value)) {
            change.accept(value);
        }
    }
}
