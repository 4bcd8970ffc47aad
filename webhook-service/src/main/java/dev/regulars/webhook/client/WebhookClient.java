package dev.regulars.webhook.client;

import dev.regulars.webhook.client.Response.Unanswered;
import dev.regulars.webhook.endpoint.DnsResolver;
import dev.regulars.webhook.endpoint.EndpointPolicy;
import dev.regulars.webhook.endpoint.EndpointRejected;
import dev.regulars.webhook.endpoint.WebhookClientConfig;
import dev.regulars.webhook.endpoint.url.EndpointUrl;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientRequest;
import io.vertx.mutiny.core.http.HttpClientResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Calls partner endpoints. The host is resolved once per call, every address is vetted and the connection is pinned to a
 * vetted one, which rules out DNS rebinding.
 */
@ApplicationScoped
public class WebhookClient {

    /** Per endpoint, which tenants may share. Never the bound: each webhook has its own. */
    private static final int MAX_CONNECTIONS = 10_000;

    /** Shorter than the keep-alive of most servers, so that a request rarely meets a closing connection. */
    private static final int KEEP_ALIVE_SECONDS = 4;

    private static final int MAX_HEADER_BYTES = 64 * 1024;
    private static final int MAX_ADDRESSES = 4;

    private final HttpClient client;
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
        this.client = HttpClient.newInstance(vertx.getDelegate()
                .httpClientBuilder()
                .with(new HttpClientOptions()
                        .setConnectTimeout((int) connectLimit.toMillis())
                        .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                        .setMaxHeaderSize(MAX_HEADER_BYTES)
                        .setMaxInitialLineLength(MAX_HEADER_BYTES))
                .with(new PoolOptions().setHttp1MaxSize(MAX_CONNECTIONS))
                .withConnectHandler(ResponseHeadHandler::install)
                .build());
    }

    /** Makes one call within the time limit; redirects are not followed. */
    public Uni<Response> post(EndpointUrl url, Map<String, String> headers, byte[] json) {
        long deadline = System.nanoTime() + timeLimit.toNanos();
        return dns.resolve(url.host())
                .map(addresses -> vetted(url, addresses))
                .chain(addresses -> connect(url, addresses))
                .chain(request -> send(request, headers, json))
                .ifNoItem()
                .after(timeLimit)
                .fail()
                .chain(head -> ResponseReader.read(
                        head.request(), head.response(), Duration.ofNanos(deadline - System.nanoTime())))
                .onFailure()
                .recoverWithItem(failure -> new Unanswered(reason(failure)));
    }

    private record Head(HttpClientRequest request, HttpClientResponse response) {}

    private List<InetAddress> vetted(EndpointUrl url, List<InetAddress> addresses) {
        String violation = policy.violation(url, addresses);
        if (violation != null) {
            throw EndpointRejected.because(url.host(), violation);
        }
        return addresses.subList(0, Math.min(addresses.size(), MAX_ADDRESSES));
    }

    /** The first address that accepts a connection. Nothing was sent to the others, so nothing arrives twice. */
    private Uni<HttpClientRequest> connect(EndpointUrl url, List<InetAddress> addresses) {
        Duration limit = connectLimit.dividedBy(addresses.size());
        Uni<HttpClientRequest> connected = client.request(url.at(addresses.getFirst(), limit));
        for (InetAddress next : addresses.subList(1, addresses.size())) {
            connected = connected.onFailure().recoverWithUni(() -> client.request(url.at(next, limit)));
        }
        return connected;
    }

    /** A call that fails or is cancelled closes its connection. */
    private Uni<Head> send(HttpClientRequest request, Map<String, String> headers, byte[] json) {
        headers.forEach(request::putHeader);
        return request.putHeader("Content-Type", "application/json")
                .putHeader("User-Agent", userAgent)
                .putHeader("Accept-Encoding", "identity")
                .send(Buffer.buffer(json))
                .map(response -> new Head(request, response))
                .onFailure()
                .invoke(() -> request.reset())
                .onCancellation()
                .invoke(() -> request.reset());
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
