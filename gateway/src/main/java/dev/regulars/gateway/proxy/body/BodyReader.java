package dev.regulars.gateway.proxy.body;

import dev.regulars.gateway.limits.BodyMemoryBudget;
import dev.regulars.gateway.route.Route;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.httpproxy.Body;

/** Reads one body into memory, up to the limit of bodies and to that of all memory for them. */
final class BodyReader {

    private final BodyMemoryBudget held;
    private final Route route;
    private final Promise<Buffer> content = Promise.promise();
    private Buffer read = Buffer.buffer();
    private long reserved;

    BodyReader(BodyMemoryBudget held, Route route) {
        this.held = held;
        this.route = route;
    }

    Future<Buffer> read(Body body) {
        body.stream().handler(this::append).exceptionHandler(this::fail).endHandler(end -> content.tryComplete(read));
        body.stream().resume();
        return content.future();
    }

    /** What comes from now on is discarded. */
    void fail(Throwable failure) {
        if (content.tryFail(failure)) {
            read = Buffer.buffer();
        }
    }

    /** To be called once the content is not needed any more. */
    void release() {
        held.release(reserved);
        reserved = 0;
    }

    private void append(Buffer part) {
        if (content.future().isComplete()) {
            return;
        }
        if (read.length() + part.length() > route.maxBody()) {
            fail(BodyLimit.tooLarge(route));
        } else if (held.reserve(part.length())) {
            reserved += part.length();
            read.appendBuffer(part);
        } else {
            fail(Refusal.of(Kind.UNAVAILABLE, "no memory for another body"));
        }
    }
}
