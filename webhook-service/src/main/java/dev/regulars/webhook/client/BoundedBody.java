package dev.regulars.webhook.client;

import io.vertx.core.buffer.Buffer;

/** Collects a response body up to a limit. */
final class BoundedBody {

    private static final int LIMIT = 64 * 1024;

    private final Buffer read = Buffer.buffer();
    private boolean complete;

    /** @return false once the limit is reached: nothing more need be read */
    boolean add(Buffer next) {
        int room = LIMIT - read.length();
        read.appendBuffer(next.length() <= room ? next : next.slice(0, room));
        return next.length() <= room;
    }

    void complete() {
        complete = true;
    }

    boolean isComplete() {
        return complete;
    }

    Buffer buffer() {
        return read;
    }
}
