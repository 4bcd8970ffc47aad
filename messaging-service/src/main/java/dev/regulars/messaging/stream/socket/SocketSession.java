package dev.regulars.messaging.stream.socket;

import dev.regulars.messaging.stream.CloseCode;
import dev.regulars.messaging.stream.StreamConfig;
import dev.regulars.messaging.stream.StreamRefused;
import dev.regulars.messaging.stream.caller.CallingPage;
import dev.regulars.messaging.stream.caller.StreamCallers.Credential;
import dev.regulars.messaging.stream.client.StreamClients;
import dev.regulars.messaging.stream.feed.Outlet;
import dev.regulars.messaging.stream.feed.Subscriber;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A socket, from its handshake to its end. */
final class SocketSession {

    private static final long SECOND = 1_000_000_000;

    private final SocketOutlet outlet;
    private final StreamConfig config;
    private final @Nullable String community;
    private final CallingPage page;
    private final CompletableFuture<Subscriber> subscriber = new CompletableFuture<>();
    private long timer = -1;
    private boolean presented;
    private long second = System.nanoTime();
    private int framesInSecond;

    SocketSession(WebSocketConnection connection, StreamConfig config) {
        this.config = config;
        this.outlet = new SocketOutlet(connection, config.inFlight(), this::drained);
        this.page = CallingPage.of(connection.handshakeRequest()::header);
        String query = connection.handshakeRequest().query();
        List<String> named = new QueryStringDecoder(query == null ? "" : query, false)
                .parameters()
                .getOrDefault("communityId", List.of());
        this.community = named.isEmpty() ? null : named.getFirst();
    }

    Outlet outlet() {
        return outlet;
    }

    /** That the handshake named. */
    @Nullable
    String community() {
        return community;
    }

    Credential credential(String value, @Nullable String named) {
        return new Credential(value, named, page);
    }

    synchronized boolean hasCredential() {
        return presented;
    }

    /** It has to come with the first frame, and soon. */
    synchronized void expectCredential(Vertx vertx) {
        timer = vertx.setTimer(config.authenticationTimeout().toMillis(), late -> close(CloseCode.UNAUTHENTICATED));
    }

    synchronized void presentsCredential(Vertx vertx) {
        presented = true;
        vertx.cancelTimer(timer);
    }

    void admit(Subscriber admitted) {
        subscriber.complete(admitted);
    }

    /** Once the credential was exchanged; refuses frames that come before any. */
    Uni<Subscriber> subscriber() {
        if (!hasCredential()) {
            throw new StreamRefused(CloseCode.UNAUTHENTICATED, "no credential");
        }
        return Uni.createFrom().completionStage(subscriber);
    }

    synchronized void countFrame() {
        long now = System.nanoTime();
        if (now - second > SECOND) {
            second = now;
            framesInSecond = 0;
        }
        if (++framesInSecond > config.framesPerSecond()) {
            throw new StreamRefused(CloseCode.TOO_MANY, "frames");
        }
    }

    void close(CloseCode why) {
        Subscriber admitted = subscriber.getNow(null);
        if (admitted == null) {
            outlet.close(why);
        } else {
            admitted.close(why);
        }
    }

    synchronized void gone(Vertx vertx, StreamClients clients) {
        vertx.cancelTimer(timer);
        var unused = subscriber.thenAccept(clients::remove);
    }

    private void drained() {
        Subscriber admitted = subscriber.getNow(null);
        if (admitted != null) {
            admitted.pumpAll();
        }
    }
}
