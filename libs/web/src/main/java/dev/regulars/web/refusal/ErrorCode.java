package dev.regulars.web.refusal;

import com.google.errorprone.annotations.Immutable;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing a use case may refuse, named by an enum constant; the name in lower case is the code that programs read, so it never
 * changes. Each service has one enum of these, with a {@link Definition} per constant. What is merely not found needs none:
 * {@link Refusal#notFound}.
 */
public interface ErrorCode {

    /** The constant's own name. */
    String name();

    Definition definition();

    default Kind kind() {
        return definition().kind();
    }

    /** Stable, in snake case: {@code email_taken}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param detail goes to the log, never to the caller */
    default Refusal because(String detail) {
        return new Refusal(definition(), code(), detail);
    }

    /** Refuses one more where as many are present as the definition's limit allows. */
    default void checkRoom(long present) {
        Integer limit = definition().limit();
        if (limit != null && present >= limit) {
            throw because("has " + present);
        }
    }

    /**
     * The same with words of the case at hand.
     *
     * @param message a whole sentence, for callers
     */
    default Refusal saying(String message, String detail) {
        return new Refusal(new Definition(kind(), definition().field(), message), code(), detail);
    }

    /**
     * What is refused, and in which words.
     *
     * @param field the member of the request that is to blame, where there is one
     * @param message what callers of the public API read, where their family has no fixed words
     * @param limit how many there may be, for the refusal of one more
     */
    @Immutable // Error Prone asks it of what an enum holds
    record Definition(
            Kind kind,
            @Nullable String field,
            String message,
            @Nullable Integer limit) {

        public Definition(Kind kind, @Nullable String field, String message) {
            this(kind, field, message, null);
        }

        /** In the words of its kind. */
        public static Definition of(Kind kind) {
            return new Definition(kind, null, kind.text());
        }

        public static Definition of(Kind kind, String message) {
            return new Definition(kind, null, message);
        }

        /** @param message a whole sentence that names the field */
        public static Definition invalid(String field, String message) {
            return new Definition(Kind.INVALID, field, message);
        }

        public static Definition conflict(String field, String message) {
            return new Definition(Kind.CONFLICT, field, message);
        }

        /** So many and no more (contract §0.11). */
        public static Definition limit(String what, int most) {
            return new Definition(Kind.CONFLICT, what, "limit reached: " + what + " " + most, most);
        }

        /** A value that only one can have. */
        public static Definition taken(String field) {
            return conflict(field, field + " already exists");
        }
    }
}
