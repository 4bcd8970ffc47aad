package dev.regulars.gateway.proxy;

import dev.regulars.gateway.proxy.body.BodyBuffer;
import dev.regulars.gateway.upstream.ClientDisconnect;
import dev.regulars.gateway.upstream.UpstreamSelector;
import io.quarkus.logging.Log;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.StreamResetException;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.inject.Singleton;
import java.net.SocketException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request again, to another replica where there is one, if its connection closed before a response began: a replica stopped or
 * was killed, and further connections to it may be as dead. It may have done the work, so only reads and writes with an
 * {@code Idempotency-Key} are repeated.
 */
@Singleton
class RetryInterceptor implements ProxyInterceptor {

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String KEY = "Idempotency-Key";
    private static final int RETRIES = 2;

    private final UpstreamSelector upstreams;

    RetryInterceptor(UpstreamSelector upstreams) {
        this.upstreams = upstreams;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest request = context.request();
        Body body = request.getBody();
        boolean isRead = READS.contains(request.getMethod());
        boolean isEmpty = body == null || body.length() == 0 || isRead;
        boolean isAtHand = isEmpty || context.get(BodyBuffer.CONTENT, Buffer.class) != null;
        boolean mayRepeat = isAtHand && (isRead || request.headers().contains(KEY));
        return send(context, mayRepeat ? RETRIES : 0);
    }

    private Future<ProxyResponse> send(ProxyContext context, int retries) {
        return context.sendRequest().recover(failure -> {
            if (!isClosed(failure)) {
                return Future.failedFuture(failure);
            }
            upstreams.closed(context);
            if (retries == 0) {
                return Future.failedFuture(failure);
            }
            Log.debugf("Sent again, since the connection closed: %s", failure);
            @Nullable Buffer content = context.get(BodyBuffer.CONTENT, Buffer.class);
            context.request().setBody(Body.body(content == null ? Buffer.buffer() : content));
            return send(context, retries - 1);
        });
    }

    /** A failed write resets the request, too, if it fails before the close is noticed. */
    private static boolean isClosed(Throwable failure) {
        return failure instanceof HttpClosedException
                || failure instanceof SocketException
                || (failure instanceof StreamResetException && !ClientDisconnect.is(failure));
    }
}
