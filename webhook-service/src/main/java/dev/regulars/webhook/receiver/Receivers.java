package dev.regulars.webhook.receiver;

import dev.regulars.webhook.receiver.Response.Answered;
import dev.regulars.webhook.receiver.Response.Unanswered;
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
 * Calls partners' endpoints. A name is looked up once per call, each of its addresses vetted, and the call goes to one of
 * those: a name that answers differently the next moment gains nothing.
 */
@ApplicationScoped
public class Receivers {

    /** Connections to one endpoint: several subscriptions may share it, each with its own cap. */
    private static final int CONNECTIONS = 256;

    /** Shorter than most servers', so that none closes a connection under a request. */
    private static final int KEEP_ALIVE_SECONDS = 4;

    private static final int HEADER_BYTES = 8 * 1024;

    private final HttpClient client;
    private final Names names;
    private final Border border;
    private final Duration timeLimit;
    /** With the look-up less than the time limit: a connection that comes after it would belong to nobody. */
    private final Duration connectLimit;

    Receivers(Vertx vertx, Names names, Border border, ReceiversConfig config) {
        this.names = names;
        this.border = border;
        this.timeLimit = config.timeLimit();
        this.connectLimit = timeLimit.multipliedBy(2).dividedBy(5);
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(CONNECTIONS)
                .setConnectTimeout((int) connectLimit.toMillis())
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setMaxHeaderSize(HEADER_BYTES)
                .setMaxInitialLineLength(HEADER_BYTES));
    }

    /** False if the endpoint is known to be where nobody may be called. A name that nobody knows yet is none of that. */
    public Uni<Boolean> mayBeCalled(URI url) {
        return names.lookUp(new Target(url).host())
                .map(addresses -> addresses.stream().allMatch(border::admits))
                .onFailure(Unfit.class)
                .recoverWithItem(true);
    }

    /** One attempt, within the time limit; redirects are not followed. */
    public Uni<Response> post(URI url, Map<String, String> headers, byte[] json) {
        var target = new Target(url);
        return names.lookUp(target.host())
                .map(addresses -> vetted(target, addresses))
                .chain(address -> client.request(target.at(address, connectLimit)))
                .chain(request -> exchange(request, headers, json))
                .ifNoItem()
                .after(timeLimit)
                .fail()
                .onFailure()
                .recoverWithItem(failure -> new Unanswered(inWords(failure)));
    }

    private InetAddress vetted(Target target, List<InetAddress> addresses) {
        for (InetAddress address : addresses) {
            if (!border.admits(address)) {
                throw new Unfit(target.host() + " leads to " + address.getHostAddress() + ", which is not public");
            }
        }
        return addresses.getFirst();
    }

    /** A call that is given up takes its connection with it. */
    private static Uni<Response> exchange(HttpClientRequest request, Map<String, String> headers, byte[] json) {
        headers.forEach(request::putHeader);
        return request.putHeader("Content-Type", "application/json")
                .send(Buffer.buffer(json))
                .chain(Receivers::read)
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

    private String inWords(Throwable failure) {
        return switch (failure) {
            case Unfit unfit -> String.valueOf(unfit.getMessage());
            case TimeoutException late -> "No answer within " + timeLimit.toSeconds() + " s";
            case ConnectException refused -> "Nobody listens there: " + refused.getMessage();
            default -> "The call broke off: " + failure.getMessage();
        };
    }
}
