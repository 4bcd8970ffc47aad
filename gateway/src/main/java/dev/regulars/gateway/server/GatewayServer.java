package dev.regulars.gateway.server;

import dev.regulars.gateway.limits.EventLoops;
import dev.regulars.gateway.limits.GatewayLimits;
import dev.regulars.gateway.server.connection.ConnectionGuard;
import dev.regulars.gateway.server.connection.GuardedHttpServer;
import dev.regulars.gateway.server.connection.OpenConnections;
import io.quarkus.logging.Log;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Listens on the public port. It takes the place of the server that Quarkus would start, which answers malformed requests by
 * itself and does not let anyone bound the time of a connection (ADR 21).
 */
@Singleton
class GatewayServer {

    /** More than a target may have: of one that is read, the family is known in which to refuse it. */
    private static final int MAX_LINE_BYTES = 8 * RequestSyntax.MAX_TARGET_BYTES;

    private static final int MAX_HEADER_BYTES = 16 << 10;
    private static final int MAX_STREAMS_PER_CONNECTION = 100;
    private static final Duration DRAIN_TIMEOUT = Duration.ofSeconds(10);
    private static final long DRAIN_POLL_NANOS = Duration.ofMillis(20).toNanos();

    private final Vertx vertx;
    private final VertxHttpConfig http;
    private final GatewayLimits limits;
    private final RequestDispatcher dispatcher;
    private final OpenConnections connections;

    GatewayServer(
            Vertx vertx,
            VertxHttpConfig http,
            GatewayLimits limits,
            RequestDispatcher dispatcher,
            OpenConnections connections) {
        this.vertx = vertx;
        this.http = http;
        this.limits = limits;
        this.dispatcher = dispatcher;
        this.connections = connections;
    }

    void start(@Observes StartupEvent starting) {
        vertx.deployVerticle(Listener::new, new DeploymentOptions().setInstances(EventLoops.COUNT))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        Log.infof("The public port is %d", options().getPort());
    }

    /** Requests in progress are answered; their connections close afterwards. */
    void stop(@Observes ShutdownEvent stopping) {
        dispatcher.drain();
        long deadline = System.nanoTime() + DRAIN_TIMEOUT.toNanos();
        while (connections.requests() > 0 && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(DRAIN_POLL_NANOS);
        }
    }

    private HttpServerOptions options() {
        return new HttpServerOptions()
                .setHost(http.host())
                .setPort(http.determinePort(LaunchMode.current()))
                .setMaxInitialLineLength(MAX_LINE_BYTES)
                .setMaxHeaderSize(MAX_HEADER_BYTES)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout((int) limits.idleTimeout().toMillis())
                .setInitialSettings(new Http2Settings()
                        .setMaxHeaderListSize(MAX_HEADER_BYTES)
                        .setMaxConcurrentStreams(MAX_STREAMS_PER_CONNECTION));
    }

    /** The server of one event loop. All of them share the port. */
    private final class Listener extends AbstractVerticle {

        @Override
        public void start(Promise<Void> started) {
            var guard = new ConnectionGuard(vertx, limits, connections);
            Handler<HttpServerRequest> requests = request -> {
                guard.requestStarted(request);
                dispatcher.handle(request);
            };
            Handler<HttpServerRequest> unparsable = request -> {
                guard.requestStarted(request);
                dispatcher.handleUnparsable(request);
            };
            new GuardedHttpServer(vertx, options(), guard, requests, unparsable)
                    .listen()
                    .<Void>mapEmpty()
                    .onComplete(started);
        }
    }
}
