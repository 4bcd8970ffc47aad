package dev.regulars.gateway.proxy;

import dev.regulars.web.refusal.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.inject.Singleton;

/** Refuses request bodies that are too large, before anything else is checked (contract §0.11). */
@Singleton
class BodyLimit implements ProxyInterceptor {

    private static final long LIMIT = 1 << 20;
    private static final String LIMIT_TEXT = "1 MiB";

    private final ErrorResponder errors;

    BodyLimit(ErrorResponder errors) {
        this.errors = errors;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        Body body = context.request().getBody();
        if (body == null || body.length() == 0) {
            return context.sendRequest();
        }
        if (body.length() > LIMIT) {
            return errors.refuse(context, Refusal.tooLarge("body", LIMIT_TEXT));
        }
        return body.length() > 0 ? context.sendRequest() : buffered(context, body);
    }

    /** A body of unknown length is read into memory, up to the limit, before it is forwarded. */
    private Future<ProxyResponse> buffered(ProxyContext context, Body body) {
        Promise<Buffer> whole = Promise.promise();
        Buffer read = Buffer.buffer();
        body.stream()
                .handler(part -> {
                    if (read.length() + part.length() > LIMIT) {
                        whole.tryFail(Refusal.tooLarge("body", LIMIT_TEXT));
                    } else {
                        read.appendBuffer(part);
                    }
                })
                .exceptionHandler(whole::tryFail)
                .endHandler(end -> whole.tryComplete(read));
        body.stream().resume();
        return whole.future()
                .compose(
                        all -> {
                            context.request().headers().remove("Transfer-Encoding");
                            context.request().setBody(Body.body(all));
                            return context.sendRequest();
                        },
                        failure -> errors.refuse(context, Refusal.tooLarge("body", LIMIT_TEXT)));
    }
}
