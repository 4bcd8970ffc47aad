package dev.regulars.messaging.stream.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.messaging.stream.CloseCode;
import dev.regulars.messaging.stream.StreamConfig;
import dev.regulars.messaging.stream.StreamRefused;
import dev.regulars.messaging.stream.caller.BearerToken;
import dev.regulars.messaging.stream.caller.StreamCallers;
import dev.regulars.messaging.stream.caller.StreamCallers.Credential;
import dev.regulars.messaging.stream.client.StreamClients;
import dev.regulars.messaging.stream.feed.ChannelFeeds;
import dev.regulars.messaging.stream.feed.FrameWriter;
import dev.regulars.messaging.stream.feed.Subscriber;
import dev.regulars.messaging.stream.feed.Subscriptions;
import dev.regulars.messaging.stream.signal.Signals;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.quarkus.logging.Log;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The live stream over WebSocket (contract §3.17). */
@WebSocket(path = "/application/stream")
class StreamSocket {

    private final Map<String, SocketSession> sessions = new ConcurrentHashMap<>();
    private final StreamCallers callers;
    private final StreamClients clients;
    private final Subscriptions subscriptions;
    private final ChannelFeeds feeds;
    private final FrameWriter writer;
    private final StreamConfig config;
    private final ObjectMapper json;
    private final Vertx vertx;
    private final Signals signals;
    private final Clock clock;

    StreamSocket(
            StreamCallers callers,
            StreamClients clients,
            Subscriptions subscriptions,
            ChannelFeeds feeds,
            FrameWriter writer,
            StreamConfig config,
            ObjectMapper json,
            Vertx vertx,
            Signals signals,
            Clock clock) {
        this.callers = callers;
        this.clients = clients;
        this.subscriptions = subscriptions;
        this.feeds = feeds;
        this.writer = writer;
        this.config = config;
        this.json = json;
        this.vertx = vertx;
        this.signals = signals;
        this.clock = clock;
    }

    @OnOpen
    Uni<Void> open(WebSocketConnection connection) {
        var session = new SocketSession(connection, config);
        sessions.put(connection.id(), session);
        String header = connection.handshakeRequest().header("Authorization");
        String bearer = BearerToken.in(header);
        if (bearer != null) {
            return ended(session, authenticate(session, session.credential(bearer, session.community())));
        }
        if (header != null) {
            session.close(CloseCode.UNAUTHENTICATED);
        } else {
            session.expectCredential(vertx);
        }
        return Uni.createFrom().voidItem();
    }

    @OnTextMessage
    Uni<Void> receive(String text, WebSocketConnection connection) {
        SocketSession session = sessions.get(connection.id());
        return session == null
                ? Uni.createFrom().voidItem()
                : ended(session, Uni.createFrom().deferred(() -> obey(session, read(session, text))));
    }

    @OnClose
    void closed(WebSocketConnection connection) {
        SocketSession session = sessions.remove(connection.id());
        if (session != null) {
            session.gone(vertx, clients);
        }
    }

    @OnError
    void failed(Throwable failure, WebSocketConnection connection) {
        Log.debugf("A socket failed: %s", failure);
        SocketSession session = sessions.get(connection.id());
        if (session != null) {
            session.close(CloseCode.BAD_FRAME);
        }
    }

    private Uni<Void> obey(SocketSession session, ClientFrame frame) {
        if (frame.type().equals("auth")) {
            return authenticate(session, frame);
        }
        return session.subscriber().chain(subscriber -> switch (frame.type()) {
            case "subscribe" -> subscribe(subscriber, frame);
            case "unsubscribe" -> done(() -> frame.wanted().forEach(one -> subscriber.end(one.id())));
            case "typing" -> done(() -> typing(subscriber, frame));
            case "ping" -> done(() -> subscriber.say(writer.pong(clock.instant())));
            default -> throw new StreamRefused(CloseCode.BAD_FRAME, "no such type");
        });
    }

    private Uni<Void> authenticate(SocketSession session, ClientFrame frame) {
        if (frame.token() == null || session.hasCredential()) {
            throw new StreamRefused(CloseCode.UNAUTHENTICATED, "no credential, or a second one");
        }
        String community = frame.communityId() == null ? session.community() : frame.communityId();
        return authenticate(session, session.credential(frame.token(), community));
    }

    private Uni<Void> authenticate(SocketSession session, Credential credential) {
        session.presentsCredential(vertx);
        return callers.exchange(credential)
                .onItem()
                .ifNull()
                .failWith(() -> new StreamRefused(CloseCode.UNAUTHENTICATED, "invalid credential"))
                .invoke(caller -> {
                    var subscriber = new Subscriber(caller, session.outlet(), feeds, writer);
                    if (!clients.add(subscriber)) {
                        throw new StreamRefused(CloseCode.TOO_MANY, "clients");
                    }
                    session.admit(subscriber);
                })
                .replaceWithVoid();
    }

    private Uni<Void> subscribe(Subscriber subscriber, ClientFrame frame) {
        if (frame.wanted().isEmpty()) {
            throw new StreamRefused(CloseCode.BAD_FRAME, "no channels");
        }
        return Multi.createFrom()
                .iterable(frame.wanted())
                .onItem()
                .transformToUniAndConcatenate(one -> subscriptions.begin(subscriber, one.id(), one.since()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Only those who follow a channel write in it. */
    private void typing(Subscriber subscriber, ClientFrame frame) {
        String channel = frame.channel();
        var viewer = subscriber.caller().viewer();
        if (channel == null || viewer == null || !subscriber.channels().contains(channel)) {
            throw new StreamRefused(CloseCode.BAD_FRAME, "no channel that is followed");
        }
        signals.typing(viewer, channel, subscriber);
    }

    private ClientFrame read(SocketSession session, String text) {
        session.countFrame();
        if (text.length() > config.longestFrame()) {
            throw new StreamRefused(CloseCode.BAD_FRAME, "too long");
        }
        try {
            var frame = json.readValue(text, ClientFrame.class);
            if (frame == null || frame.type() == null || frame.wanted().stream().anyMatch(Objects::isNull)) {
                throw new StreamRefused(CloseCode.BAD_FRAME, "no type");
            }
            return frame;
        } catch (JsonProcessingException e) {
            throw new StreamRefused(CloseCode.BAD_FRAME, e.getOriginalMessage());
        }
    }

    /** Whatever goes wrong ends the stream, with the reason. */
    private static Uni<Void> ended(SocketSession session, Uni<Void> work) {
        return work.onFailure()
                .invoke(failure -> session.close(why(failure)))
                .onFailure()
                .recoverWithNull();
    }

    private static CloseCode why(Throwable failure) {
        return switch (failure) {
            case StreamRefused no -> no.why();
            case Refusal no when no.kind() == Kind.NOT_PERMITTED -> CloseCode.NOT_ALLOWED;
            default -> {
                Log.warnf(failure, "A live stream ends");
                yield CloseCode.FAULT;
            }
        };
    }

    private static Uni<Void> done(Runnable work) {
        work.run();
        return Uni.createFrom().voidItem();
    }
}
