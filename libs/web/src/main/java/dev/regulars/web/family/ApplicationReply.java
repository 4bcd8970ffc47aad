package dev.regulars.web.family;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A yes of the Application family, and of our own calls (contract §2.1). */
public record ApplicationReply<T>(Meta meta, String message, T data) {

    /**
     * {@code statusCode} repeats the HTTP status.
     *
     * @param limit of a list that comes in pages: how many are in one at most
     * @param nextCursor of such a list: where it goes on; absent at its end
     */
    @Schema(name = "ApplicationReplyMeta")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Meta(
            String status,
            int statusCode,
            @Nullable Integer limit,
            @Nullable String nextCursor) {

        Meta(int statusCode) {
            this("success", statusCode, null, null);
        }
    }

    public static <T> ApplicationReply<T> ok(String message, T data) {
        return new ApplicationReply<>(new Meta(200), message, data);
    }

    /** A page of a list. */
    public static <T> ApplicationReply<T> page(String message, T data, int limit, @Nullable String nextCursor) {
        return new ApplicationReply<>(new Meta("success", 200, limit, nextCursor), message, data);
    }

    /** Nothing to say beyond the message. */
    @JsonSerialize // else an object without members counts as a mistake
    @Schema(examples = "{}")
    public record Nothing() {}

    /** For an operation that answers 202: what was asked for is done later. */
    public static <T> ApplicationReply<T> accepted(String message, T data) {
        return new ApplicationReply<>(new Meta(202), message, data);
    }

    /** For an operation that answers 201. */
    public static <T> ApplicationReply<T> created(String message, T data) {
        return new ApplicationReply<>(new Meta(201), message, data);
    }
}
