package dev.regulars.web.operation.call;

import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One call of an operation, as of its beginning.
 *
 * @param operationId the published name
 * @param arguments body, path and query parameters by name
 * @param key as sent in {@link #KEY_HEADER}, if it was
 * @param callerChanged takes the tag of a caller that the call changed; the gateway reads it beside the answer
 */
public record OperationCall(
        String operationId,
        Map<String, @Nullable Object> arguments,
        @Nullable String key,
        Consumer<String> callerChanged) {

    public static final String KEY_HEADER = "Idempotency-Key";
}
