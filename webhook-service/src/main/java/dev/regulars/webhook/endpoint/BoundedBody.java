package dev.regulars.webhook.endpoint;

import io.vertx.mutiny.core.buffer.Buffer;

/** Collects a response body up to a limit. */
final class BoundedBody {

    private static final int LIMIT = 64 * 1024;

    private final Buffer read = Buffer.buffer();

    void add(Buffer next) {
        if (read.length() + next.length() > LIMIT) {
            throw new EndpointRejected("The answer is longer than 64 KiB");
        }
        read.appendBuffer(next);
    }

    Buffer whole() {
        return read;
    }
}
