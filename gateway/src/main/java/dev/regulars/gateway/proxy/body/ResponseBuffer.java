package dev.regulars.gateway.proxy.body;

import dev.regulars.gateway.error.ErrorResponder;
import dev.regulars.gateway.limits.BodyMemoryBudget;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.quarkus.logging.Log;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import jakarta.inject.Singleton;

/**
 * Reads a short response completely before forwarding it. A client may close its connection as soon as it has read the
 * response; if the end of the upstream response were still to come, the proxy would reset the upstream connection, which may
 * serve another request by then. A response that breaks off becomes a 503.
 */
@Singleton
public class ResponseBuffer implements ProxyInterceptor {

    private static final long MAX_BUFFERED = 64 << 10;
    private static final long MAX_COMPRESSED = 2 << 20;

    private final BodyMemoryBudget held;
    private final ErrorResponder errors;

    ResponseBuffer(BodyMemoryBudget held, ErrorResponder errors) {
        this.held = held;
        this.errors = errors;
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        Body body = context.response().getBody();
        boolean noBody =
                body == null || HttpMethod.HEAD.equals(context.request().getMethod());
        if (noBody || body.length() < 0 || body.length() > most(context) || !held.reserve(body.length())) {
            return context.sendResponse();
        }
        long reserved = body.length();
        return read(body)
                .transform(all -> {
                    context.request()
                            .proxiedRequest()
                            .response()
                            .exceptionHandler(null); // or it would reset the upstream connection
                    if (all.failed()) {
                        Log.warnf("Upstream response broke off: %s", all.cause());
                        errors.write(context, context.response(), Refusal.of(Kind.UNAVAILABLE, "response broke off"));
                    } else {
                        context.response().setBody(Body.body(Gzip.encode(context, all.result())));
                    }
                    return context.sendResponse();
                })
                .onComplete(sent -> held.release(reserved));
    }

    private static long most(ProxyContext context) {
        return Gzip.applies(context) ? MAX_COMPRESSED : MAX_BUFFERED;
    }

    private static Future<Buffer> read(Body body) {
        Promise<Buffer> whole = Promise.promise();
        Buffer content = Buffer.buffer();
        body.stream()
                .handler(content::appendBuffer)
                .exceptionHandler(whole::tryFail)
                .endHandler(end -> whole.tryComplete(content));
        body.stream().resume();
        return whole.future();
    }
}
