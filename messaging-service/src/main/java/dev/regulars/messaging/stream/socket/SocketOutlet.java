package dev.regulars.messaging.stream.socket;

import dev.regulars.messaging.stream.CloseCode;
import dev.regulars.messaging.stream.feed.Frame;
import dev.regulars.messaging.stream.feed.Outlet;
import io.quarkus.logging.Log;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import java.util.concurrent.atomic.AtomicInteger;

/** A WebSocket. What was written and has not left yet is counted, so that no more is written than the client takes. */
final class SocketOutlet implements Outlet {

    private final WebSocketConnection connection;
    private final int atMost;
    private final Runnable drained;
    private final AtomicInteger inFlight = new AtomicInteger();

    /** @param drained called when there is room again */
    SocketOutlet(WebSocketConnection connection, int atMost, Runnable drained) {
        this.connection = connection;
        this.atMost = atMost;
        this.drained = drained;
    }

    @Override
    public boolean isWritable() {
        return inFlight.get() < atMost;
    }

    @Override
    public void send(Frame frame) {
        send(frame.json());
    }

    @Override
    public void send(String json) {
        int size = json.length();
        inFlight.addAndGet(size);
        var unused = connection.sendText(json).subscribe().with(sent -> left(size), failure -> left(size));
    }

    private void left(int size) {
        int before = inFlight.getAndAdd(-size);
        if (before >= atMost && before - size < atMost) {
            drained.run();
        }
    }

    @Override
    public void close(CloseCode why) {
        var unused = connection
                .close(new CloseReason(why.code(), why.reason()))
                .subscribe()
                .with(closed -> {}, failure -> Log.debugf("A socket was not closed: %s", failure));
    }

    /** The server pings by itself. */
    @Override
    public void beat() {}
}
