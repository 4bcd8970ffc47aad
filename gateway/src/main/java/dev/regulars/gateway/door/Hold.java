package dev.regulars.gateway.door;

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
 * Takes a short answer whole from its service before a byte of it is passed on. A caller who has read it may hang up at once;
 * were the service's end of it still to come, its connection would be reset, and by then it may be another call's. And one
 * that breaks off is no answer.
 */
@Singleton
class Hold implements ProxyInterceptor {

    private static final long SHORT = 64 << 10;

    private final Refuse refuse;

    Hold(Refuse refuse) {
        this.refuse = refuse;
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext call) {
        Body body = call.response().getBody();
        boolean noBody = body == null || HttpMethod.HEAD.equals(call.request().getMethod());
        if (noBody || body.length() < 0 || body.length() > SHORT) {
            return call.sendResponse();
        }
        return whole(body).transform(all -> {
            call.request().proxiedRequest().response().exceptionHandler(null); // nothing is left to be reset
            if (all.failed()) {
                Log.warnf("An answer broke off: %s", all.cause());
                refuse.write(call, call.response(), Refusal.of(Kind.UNAVAILABLE, "broke off"));
            } else {
                call.response().setBody(Body.body(all.result()));
            }
            return call.sendResponse();
        });
    }

    private static Future<Buffer> whole(Body body) {
        Promise<Buffer> whole = Promise.promise();
        Buffer read = Buffer.buffer();
        body.stream()
                .handler(read::appendBuffer)
                .exceptionHandler(whole::tryFail)
                .endHandler(end -> whole.tryComplete(read));
        body.stream().resume();
        return whole.future();
    }
}
