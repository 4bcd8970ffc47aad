package dev.regulars.platform.dialect;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A yes of the Application family, and of our own calls (contract §2.1). */
public record ApplicationReply<T>(Meta meta, String message, T data) {

    /** {@code statusCode} repeats the HTTP status. */
    @Schema(name = "ApplicationReplyMeta")
    public record Meta(String status, int statusCode) {}

    public static <T> ApplicationReply<T> ok(String message, T data) {
        return new ApplicationReply<>(new Meta("success", 200), message, data);
    }

    /** For an operation that answers 201. */
    public static <T> ApplicationReply<T> created(String message, T data) {
        return new ApplicationReply<>(new Meta("success", 201), message, data);
    }
}
