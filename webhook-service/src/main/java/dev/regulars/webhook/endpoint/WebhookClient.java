package dev.regulars.webhook.endpoint;

import dev.regulars.webhook.endpoint.Response.Answered;
import dev.regulars.webhook.endpoint.Response.Unanswered;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientRequest;
import io.vertx.mutiny.core.http.HttpClientResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Calls partner endpoints. The host is resolved once per call, every address is vetted and the connection is pinned to a
 * vetted one, which rules out DNS rebinding.
 */
@ApplicationScoped
public class WebhookClient {

    /** Connections per endpoint; several subscriptions may share one, each with its own limit. */
    private static final int CONNECTIONS = 256;

    /** Shorter than the keep-alive of most servers, so that a request rarely meets a closing connection. */
    private static final int KEEP_ALIVE_SECONDS = 4;

    private static final int HEADER_BYTES = 8 * 1024;

    private final HttpClient client;
    private final DnsResolver dns;
    private final AddressPolicy policy;
    private final Duration timeLimit;
    /** Lookup and connect together stay below the time limit, so that no connection is opened after the call has ended. */
    private final Duration connectLimit;

    WebhookClient(Vertx vertx, DnsResolver dns, AddressPolicy policy, WebhookClientConfig config) {
        this.dns = dns;
        this.policy = policy;
        this.timeLimit = config.timeLimit();
        this.connectLimit = timeLimit.multipliedBy(2).dividedBy(5);
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(CONNECTIONS)
                .setConnectTimeout((int) connectLimit.toMillis())
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setMaxHeaderSize(HEADER_BYTES)
                .setMaxInitialLineLength(HEADER_BYTES));
    }

    /** False if the host resolves to a forbidden address. An unresolvable host is allowed here. */
    public Uni<Boolean> isAllowed(URI url) {
        return dns.resolve(new RequestTarget(url).host())
                .map(addresses -> addresses.stream().allMatch(policy::allows))
                .onFailure(EndpointRejected.class)
                .recoverWithItem(true);
    }

    /** Makes one call within the time limit; redirects are not followed. */
    public Uni<Response> post(URI url, Map<String, String> headers, byte[] json) {
        var target = new RequestTarget(url);
        return dns.resolve(target.host())
                .map(addresses -> vetted(target, addresses))
                .chain(address -> client.request(target.at(address, connectLimit)))
                .chain(request -> exchange(request, headers, json))
                .ifNoItem()
                .after(timeLimit)
                .fail()
                .onFailure()
                .recoverWithItem(failure -> new Unanswered(reason(failure)));
    }

    private InetAddress vetted(RequestTarget target, List<InetAddress> addresses) {
        for (InetAddress address : addresses) {
            if (!policy.allows(address)) {
                throw new EndpointRejected(
                        target.host() + " leads to " + address.getHostAddress() + ", which is not public");
            }
        }
        return addresses.getFirst();
    }

    /** A call that fails or is cancelled closes its connection. */
    private static Uni<Response> exchange(HttpClientRequest request, Map<String, String> headers, byte[] json) {
        headers.forEach(request::putHeader);
        return request.putHeader("Content-Type", "application/json")
                .send(Buffer.buffer(json))
                .chain(WebhookClient::read)
                .onFailure()
                .invoke(() -> request.reset())
                .onCancellation()
                .invoke(() -> request.reset());
    }

    private static Uni<Response> read(HttpClientResponse response) {
        return response.toMulti()
                .collect()
                .in(BoundedBody::new, BoundedBody::add)
                .map(body -> new Answered(response.statusCode(), body.whole()));
    }

    private String reason(Throwable failure) {
        return switch (failure) {
            case EndpointRejected unfit -> String.valueOf(unfit.getMessage());
            case TimeoutException late -> "No answer within " + timeLimit.toSeconds() + " s";
            case ConnectException refused -> "Nobody listens there: " + refused.getMessage();
            default -> "The call broke off: " + failure.getMessage();
        };
    }
}
