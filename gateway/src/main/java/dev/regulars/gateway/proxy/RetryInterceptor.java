package dev.regulars.gateway.proxy;

import dev.regulars.gateway.proxy.body.BodyBuffer;
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
 * Sends a request once more, by the next replica's turn, if its connection closed before a response began: a replica stopped or was
 * killed. It may have done the work, so only reads and writes with an {@code Idempotency-Key} are repeated.
 */
@Singleton
class RetryInterceptor implements ProxyInterceptor {

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String KEY = "Idempotency-Key";

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest request = context.request();
        Body body = request.getBody();
        boolean isEmpty = body == null || body.length() == 0 || READS.contains(request.getMethod());
        @Nullable Buffer content = context.get(BodyBuffer.CONTENT, Buffer.class);
        boolean mayRepeat =
                READS.contains(request.getMethod()) || request.headers().contains(KEY);
        return context.sendRequest().recover(failure -> {
            if (!mayRepeat || !isClosed(failure) || (!isEmpty && content == null)) {
                return Future.failedFuture(failure);
            }
            Log.debugf("Sent again, since the connection closed: %s", failure);
            request.setBody(Body.body(content == null ? Buffer.buffer() : content));
            return context.sendRequest();
        });
    }

    /** A failed write resets the request, if it fails before the close is noticed. */
    private static boolean isClosed(Throwable failure) {
        return failure instanceof HttpClosedException
                || failure instanceof SocketException
                || failure instanceof StreamResetException;
    }
}
