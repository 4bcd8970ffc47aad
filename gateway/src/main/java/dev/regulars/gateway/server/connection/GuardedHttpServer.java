package dev.regulars.gateway.server.connection;

import io.netty.channel.Channel;
import io.netty.handler.traffic.GlobalTrafficShapingHandler;
import io.quarkus.logging.Log;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.http.impl.HttpServerImpl;
import io.vertx.core.http.impl.HttpServerWorker;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.impl.SslChannelProvider;
import java.util.function.BiConsumer;

/**
 * The server of Vert.x, except that a connection is known from its first moment on, and not only once its first request was
 * read; and that no request is answered by the server itself. Vert.x has no public hook for either, so this class uses its
 * internals, as few as possible.
 */
public final class GuardedHttpServer extends HttpServerImpl {

    private final HttpServerOptions settings;
    private final ConnectionGuard guard;
    private final Handler<HttpServerRequest> requests;
    private final Handler<HttpServerRequest> unparsable;

    public GuardedHttpServer(
            Vertx vertx,
            HttpServerOptions settings,
            ConnectionGuard guard,
            Handler<HttpServerRequest> requests,
            Handler<HttpServerRequest> unparsable) {
        super((VertxInternal) vertx, settings);
        this.settings = settings;
        this.guard = guard;
        this.requests = requests;
        this.unparsable = unparsable;
        requestHandler(requests);
    }

    @Override
    protected BiConsumer<Channel, SslChannelProvider> childHandler(
            ContextInternal context, SocketAddress address, GlobalTrafficShapingHandler shaping) {
        var http1 = new HttpServerOptions(settings).setHttp2ClearTextEnabled(false);
        HttpServerWorker workerOf1 = worker(http1, context, address, shaping);
        HttpServerWorker workerOf2 = worker(settings, context, address, shaping);
        return (channel, tls) -> {
            if (guard.accept(channel)) {
                channel.pipeline()
                        .addLast(new FlushBeforeClose())
                        .addLast(new ProtocolDetector(
                                () -> workerOf1.accept(channel, tls), () -> workerOf2.accept(channel, tls)));
            }
        };
    }

    private HttpServerWorker worker(
            HttpServerOptions protocols,
            ContextInternal context,
            SocketAddress address,
            GlobalTrafficShapingHandler shaping) {
        return new HttpServerWorker(
                context,
                context::duplicate,
                this,
                vertx,
                protocols,
                "http://" + address.host() + ":" + address.port(),
                this::configure,
                GuardedHttpServer::logged,
                shaping);
    }

    private void configure(HttpServerConnection connection) {
        connection.handler(requests).invalidRequestHandler(unparsable).exceptionHandler(GuardedHttpServer::logged);
    }

    /** Whatever clients send or break off, so it is not worth more than that. */
    private static void logged(Throwable failure) {
        Log.debugf("Client connection failed: %s", failure);
    }
}
