package dev.regulars.webhook.receiver;

import io.vertx.mutiny.core.buffer.Buffer;

/** What was read of an answer so far; an endless one is not read to its end. */
final class BoundedBody {

    private static final int LIMIT = 64 * 1024;

    private final Buffer read = Buffer.buffer();

    void add(Buffer next) {
        if (read.length() + next.length() > LIMIT) {
            throw new Unfit("The answer is longer than 64 KiB");
        }
        read.appendBuffer(next);
    }

    Buffer whole() {
        return read;
    }
}
