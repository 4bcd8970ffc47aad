package dev.regulars.gateway.server.connection;

import dev.regulars.gateway.limits.GatewayLimits;
import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Closes connections of one event loop that are too many, or that take too long to send a request header: the server's own
 * idle timeout starts anew with every byte.
 */
public final class ConnectionGuard {

    private static final AttributeKey<Activity> ACTIVITY = AttributeKey.valueOf(ConnectionGuard.class, "activity");
    private static final long MAX_SWEEP_MILLIS = 1_000;

    private final OpenConnections open;
    private final int maxConnections;
    private final long headerTimeout;
    private final long idleTimeout;
    private final Set<Activity> activities = new HashSet<>();

    /** What happened on a connection so far. Touched by its event loop only. */
    private static final class Activity {
        private final Channel channel;
        private boolean used;
        private final Set<RequestEnd> open = new HashSet<>();
        private int requests;
        private long idleSince = System.nanoTime();

        Activity(Channel channel) {
            this.channel = channel;
        }
    }

    public ConnectionGuard(Vertx vertx, GatewayLimits limits, OpenConnections open) {
        this.open = open;
        this.maxConnections = limits.maxConnections();
        this.headerTimeout = limits.headerTimeout().toNanos();
        this.idleTimeout = limits.idleTimeout().toNanos();
        long sweep = Math.min(MAX_SWEEP_MILLIS, limits.headerTimeout().toMillis());
        vertx.setPeriodic(sweep, id -> closeIdle());
    }

    /** False for a connection that is too many, which is closed. */
    boolean accept(Channel channel) {
        if (!open.opened(maxConnections)) {
            var unused = channel.close();
            return false;
        }
        var activity = new Activity(channel);
        channel.attr(ACTIVITY).set(activity);
        activities.add(activity);
        channel.closeFuture().addListener(closed -> {
            activities.remove(activity);
            List.copyOf(activity.open).forEach(end -> end.signal(null)); // a connection that became a WebSocket
            open.closed();
        });
        return true;
    }

    public void requestStarted(HttpServerRequest request) {
        Activity activity =
                ((ConnectionBase) request.connection()).channel().attr(ACTIVITY).get();
        activity.used = true;
        activity.requests++;
        open.requestStarted();
        var end = new RequestEnd(ended -> {
            activity.open.remove(ended);
            activity.requests--;
            activity.idleSince = System.nanoTime();
            open.requestEnded();
        });
        activity.open.add(end);
        request.response().endHandler(end::signal).closeHandler(end::signal);
    }

    /** A response ends, or its connection closes, or both. */
    private static final class RequestEnd {
        private final Consumer<RequestEnd> action;
        private boolean done;

        RequestEnd(Consumer<RequestEnd> action) {
            this.action = action;
        }

        void signal(@Nullable Void event) {
            if (!done) {
                done = true;
                action.accept(this);
            }
        }
    }

    private void closeIdle() {
        long now = System.nanoTime();
        for (Activity activity : List.copyOf(activities)) {
            if (isOverdue(activity, now)) {
                var unused = activity.channel.close();
            }
        }
    }

    private boolean isOverdue(Activity activity, long now) {
        long timeout = activity.used ? idleTimeout : headerTimeout;
        return activity.requests == 0 && now - activity.idleSince > timeout;
    }
}
