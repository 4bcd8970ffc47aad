package dev.regulars.webhook.client;

import dev.regulars.webhook.client.Response.Unanswered;
import dev.regulars.webhook.endpoint.DnsResolver;
import dev.regulars.webhook.endpoint.EndpointPolicy;
import dev.regulars.webhook.endpoint.EndpointRejected;
import dev.regulars.webhook.endpoint.WebhookClientConfig;
import dev.regulars.webhook.endpoint.url.EndpointUrl;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Calls partner endpoints. The host is resolved once per call, every address is vetted and the connection is pinned to a
 * vetted one, which rules out DNS rebinding.
 */
@Singleton
public class WebhookClient {

    /** Per endpoint, which tenants may share. Never the bound: each webhook has its own. */
    private static final int MAX_CONNECTIONS = 10_000;

    /** Shorter than the keep-alive of most servers, so that a request rarely meets a closing connection. */
    private static final int KEEP_ALIVE_SECONDS = 4;

    private static final int MAX_HEADER_BYTES = 64 * 1024;
    private static final int MAX_ADDRESSES = 4;

    private final Vertx vertx;
    /** By event loop: on a connection of another one, every part of a call would wake the other thread. */
    private final Map<ScheduledExecutorService, HttpClient> pools = new ConcurrentHashMap<>();
    /** A connection for each call. */
    private final HttpClient unpooled;

    private final DnsResolver dns;
    private final EndpointPolicy policy;
    private final String userAgent;
    private final Duration timeLimit;
    /** Lookup and connect together stay below the time limit, so that no connection is opened after the call has ended. */
    private final Duration connectLimit;

    WebhookClient(Vertx vertx, DnsResolver dns, EndpointPolicy policy, WebhookClientConfig config) {
        this.dns = dns;
        this.policy = policy;
        this.userAgent = "Regulars-Webhooks/" + config.version();
        this.timeLimit = config.timeLimit();
        this.connectLimit = timeLimit.multipliedBy(2).dividedBy(5);
        this.vertx = vertx;
        this.unpooled = client(false);
    }

    private HttpClient client(boolean keepAlive) {
        return vertx.httpClientBuilder()
                .with(new HttpClientOptions()
                        .setConnectTimeout((int) connectLimit.toMillis())
                        .setKeepAlive(keepAlive)
                        .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                        .setMaxHeaderSize(MAX_HEADER_BYTES)
                        .setMaxInitialLineLength(MAX_HEADER_BYTES))
                .with(new PoolOptions().setHttp1MaxSize(MAX_CONNECTIONS))
                .withConnectHandler(ResponseHeadHandler::install)
                .build();
    }

    /** Makes one call within the time limit; redirects are not followed. */
    public Uni<Response> post(EndpointUrl url, Map<String, String> headers, byte[] json) {
        long deadline = System.nanoTime() + timeLimit.toNanos();
        ScheduledExecutorService loop = eventLoop();
        HttpClient pooled = pools.computeIfAbsent(loop, first -> client(true));
        return dns.resolve(url.host())
                .chain(addresses -> call(pooled, url, vetted(url, addresses), headers, Buffer.buffer(json)))
                .ifNoItem()
                .after(timeLimit)
                .on(loop)
                .fail()
                .chain(response -> ResponseReader.read(response, Duration.ofNanos(deadline - System.nanoTime()), loop))
                .onFailure()
                .recoverWithItem(failure -> new Unanswered(reason(failure)));
    }

    /** The one that we are on, else any: timers of another one would wake its thread. */
    private ScheduledExecutorService eventLoop() {
        Context here = Vertx.currentContext();
        return here == null ? ((VertxInternal) vertx).getEventLoopGroup() : ((ContextInternal) here).nettyEventLoop();
    }

    private List<InetAddress> vetted(EndpointUrl url, List<InetAddress> addresses) {
        String violation = policy.violation(url, addresses);
        if (violation != null) {
            throw EndpointRejected.because(url.host(), violation);
        }
        return addresses.subList(0, Math.min(addresses.size(), MAX_ADDRESSES));
    }

    /**
     * An endpoint may close a connection that is kept alive at the very moment when it is used again. What was sent then is sent
     * once more, on a connection of its own.
     */
    private Uni<HttpClientResponse> call(
            HttpClient pooled, EndpointUrl url, List<InetAddress> addresses, Map<String, String> headers, Buffer json) {
        return connect(pooled, url, addresses).chain(request -> send(request, headers, json)
                .onFailure(failure -> isClosed(failure) && ResponseHeadHandler.hasAnswered(request.connection()))
                .recoverWithUni(() -> connect(unpooled, url, addresses).chain(again -> send(again, headers, json))));
    }

    private static boolean isClosed(Throwable failure) {
        return failure instanceof HttpClosedException || failure instanceof IOException;
    }

    /** The first address that accepts a connection. Nothing was sent to the others, so nothing arrives twice. */
    private Uni<HttpClientRequest> connect(HttpClient by, EndpointUrl url, List<InetAddress> addresses) {
        Duration limit = connectLimit.dividedBy(addresses.size());
        Uni<HttpClientRequest> connected = connect(by, url, addresses.getFirst(), limit);
        for (InetAddress next : addresses.subList(1, addresses.size())) {
            connected = connected.onFailure().recoverWithUni(() -> connect(by, url, next, limit));
        }
        return connected;
    }

    private static Uni<HttpClientRequest> connect(HttpClient by, EndpointUrl url, InetAddress address, Duration limit) {
        return UniHelper.toUni(by.request(url.at(address, limit)));
    }

    /** A call that fails or is cancelled closes its connection. */
    private Uni<HttpClientResponse> send(HttpClientRequest request, Map<String, String> headers, Buffer json) {
        headers.forEach(request::putHeader);
        request.putHeader("Content-Type", "application/json")
                .putHeader("User-Agent", userAgent)
                .putHeader("Accept-Encoding", "identity");
        return UniHelper.toUni(request.send(json)).onTermination().invoke((response, failure, cancelled) -> {
            if (response == null) {
                request.reset();
            }
        });
    }

    private String reason(Throwable failure) {
        return switch (failure) {
            case EndpointRejected rejected -> String.valueOf(rejected.getMessage());
            case TimeoutException late -> "No answer within " + timeLimit.toSeconds() + " s";
            case ConnectException refused -> "Connection failed: " + refused.getMessage();
            default -> "The call failed: " + failure.getMessage();
        };
    }
}
