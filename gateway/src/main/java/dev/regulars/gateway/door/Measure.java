package dev.regulars.gateway.door;

import dev.regulars.web.refusal.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.inject.Singleton;

/** Refuses bodies that are too large before anything else is looked at (contract §0.11). */
@Singleton
class Measure implements ProxyInterceptor {

    private static final long LIMIT = 1 << 20;
    private static final String SAID = "1 MiB";

    private final Refuse refuse;

    Measure(Refuse refuse) {
        this.refuse = refuse;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext call) {
        Body body = call.request().getBody();
        if (body == null || body.length() == 0) {
            return call.sendRequest();
        }
        if (body.length() > LIMIT) {
            return refuse.answer(call, Refusal.tooLarge("body", SAID));
        }
        return body.length() > 0 ? call.sendRequest() : counted(call, body);
    }

    /** A body that does not say how long it is, is held until that is known: never more than the limit. */
    private Future<ProxyResponse> counted(ProxyContext call, Body body) {
        Promise<Buffer> whole = Promise.promise();
        Buffer read = Buffer.buffer();
        body.stream()
                .handler(part -> {
                    if (read.length() + part.length() > LIMIT) {
                        whole.tryFail(Refusal.tooLarge("body", SAID));
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
                            call.request().headers().remove("Transfer-Encoding");
                            call.request().setBody(Body.body(all));
                            return call.sendRequest();
                        },
                        failure -> refuse.answer(call, Refusal.tooLarge("body", SAID)));
    }
}
