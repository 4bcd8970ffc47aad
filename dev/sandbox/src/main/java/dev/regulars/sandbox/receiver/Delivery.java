package dev.regulars.sandbox.receiver;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.Map;

/**
 * One request that was signed and could be opened.
 *
 * @param number counted from 1, over all receivers
 * @param raw the bytes received, as text
 * @param body what was decrypted, byte for byte, as the JSON it is
 * @param text the same as text
 */
public record Delivery(
        long number,
        String receiver,
        String event,
        String at,
        Map<String, String> headers,
        String raw,
        @JsonRawValue String body,
        String text) {

    Delivery(long number, String receiver, String event, Map<String, String> headers, String raw, String text) {
        this(number, receiver, event, Instant.now().toString(), headers, raw, text, text);
    }
}
