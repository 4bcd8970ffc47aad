package dev.regulars.web.refusal;

import org.jspecify.annotations.Nullable;

/** One thing a use case may refuse, named by an enum constant. Each service has one enum of these. */
public interface ErrorCode {

    Kind kind();

    /** The member of the request that is to blame, where there is one. */
    @Nullable
    String field();

    /** What callers of the public API read, where their family has no fixed words. */
    String message();

    /** @param detail goes to the log, never to the caller */
    default Refusal because(String detail) {
        return new Refusal(kind(), message(), field(), detail);
    }
}
