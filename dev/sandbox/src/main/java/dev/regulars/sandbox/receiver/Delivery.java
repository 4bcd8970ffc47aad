package dev.regulars.sandbox.receiver;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.Map;

/**
 * One request with a valid signature, decrypted.
 *
 * @param number counted from 1, over all receivers
 * @param raw the bytes received, as text
 * @param body the plaintext, embedded as JSON
 * @param text the plaintext as a string
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
