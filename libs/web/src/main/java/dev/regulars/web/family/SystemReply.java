package dev.regulars.web.family;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A yes of the System family (contract §2.1); always with status 200. */
public record SystemReply<T>(Meta meta, T body) {

    /** {@code devMessage} repeats the message. */
    @Schema(name = "SystemReplyMeta")
    public record Meta(boolean success, String message, String devMessage) {}

    public static <T> SystemReply<T> of(String message, T body) {
        return new SystemReply<>(new Meta(true, message, message), body);
    }
}
