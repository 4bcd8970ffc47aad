package dev.regulars.messaging.stream.feed;

import dev.regulars.messaging.stream.CloseCode;
import dev.regulars.messaging.stream.caller.StreamCallers.StreamCaller;
import io.quarkus.logging.Log;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A client and the channels it follows. It holds a place per channel and nothing that it has not sent, but for one page of a
 * log that it reads for itself: a slow client costs no memory.
 */
public final class Subscriber {

    /** Where a client is in a channel. */
    private static final class Place {
        private final ChannelFeed feed;
        private final Deque<Frame> page = new ArrayDeque<>();
        private long seq;
        private boolean reading;

        Place(ChannelFeed feed, long seq) {
            this.feed = feed;
            this.seq = seq;
        }
    }

    private final Outlet outlet;
    private final ChannelFeeds feeds;
    private final FrameWriter writer;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private volatile StreamCaller caller;
    private volatile long checkedAt = System.nanoTime();
    private volatile long movedAt = System.nanoTime();
    private volatile boolean closed;

    public Subscriber(StreamCaller caller, Outlet outlet, ChannelFeeds feeds, FrameWriter writer) {
        this.caller = caller;
        this.outlet = outlet;
        this.feeds = feeds;
        this.writer = writer;
    }

    public StreamCaller caller() {
        return caller;
    }

    /** The credential was exchanged again, and is of the same caller. */
    public void renewed(StreamCaller caller) {
        this.caller = caller;
        this.checkedAt = System.nanoTime();
    }

    public long sinceChecked() {
        return System.nanoTime() - checkedAt;
    }

    public synchronized List<String> channels() {
        return List.copyOf(places.keySet());
    }

    /** Tells the client its place first, and then all that is newer. */
    synchronized void begin(ChannelFeed feed, long seq) {
        String channel = feed.channel().channelId();
        if (closed) {
            feeds.leave(feed, this);
            return;
        }
        places.put(channel, new Place(feed, seq));
        outlet.send(writer.subscribed(channel, seq));
        pump(channel);
    }

    public synchronized void end(String channel) {
        Place place = places.remove(channel);
        if (place != null) {
            feeds.leave(place.feed, this);
        }
    }

    /** Sends what the client takes. */
    synchronized void pump(String channel) {
        Place place = places.get(channel);
        while (place != null && !closed && outlet.isWritable()) {
            Frame next = next(place);
            if (next == null) {
                return;
            }
            if (next.seq() > place.seq) {
                outlet.send(next);
                place.seq = next.seq();
                movedAt = System.nanoTime();
            }
        }
    }

    /** The client takes more. */
    public void pumpAll() {
        movedAt = System.nanoTime();
        channels().forEach(this::pump);
    }

    /** Nothing where all was sent, or a page of the log is on its way. */
    private @Nullable Frame next(Place place) {
        Frame read = place.page.poll();
        if (read != null) {
            return read;
        }
        List<Frame> recent = place.feed.recentAfter(place.seq);
        if (recent == null) {
            read(place);
            return null;
        }
        place.page.addAll(recent);
        return place.page.poll();
    }

    private void read(Place place) {
        if (place.reading) {
            return;
        }
        place.reading = true;
        var unused = place.feed
                .read(place.seq)
                .subscribe()
                .with(frames -> took(place, frames), failure -> failed(place, failure));
    }

    private synchronized void took(Place place, List<Frame> frames) {
        place.reading = false;
        place.page.addAll(frames);
        if (!frames.isEmpty()) {
            pump(place.feed.channel().channelId());
        }
    }

    /** The next news of the channel, or the look at all channels, tries again. */
    private synchronized void failed(Place place, Throwable failure) {
        place.reading = false;
        Log.warnf(
                failure,
                "The log of channel %s could not be read",
                place.feed.channel().channelId());
    }

    /** Said to whoever is there to hear it: not kept for a client that does not read. */
    public void say(String json) {
        if (!closed && outlet.isWritable()) {
            outlet.send(json);
        }
    }

    public void beat() {
        if (!closed) {
            outlet.beat();
        }
    }

    /** Whether something waits for a client that has taken nothing for so long. */
    public boolean isSlow(long nanos) {
        return !closed && !outlet.isWritable() && System.nanoTime() - movedAt > nanos;
    }

    /** With the places to go on from. */
    public synchronized void close(CloseCode why) {
        if (closed) {
            return;
        }
        Map<String, Long> resume = new LinkedHashMap<>();
        places.forEach((channel, place) -> resume.put(channel, place.seq));
        gone();
        if (!resume.isEmpty()) {
            outlet.send(writer.resume(resume));
        }
        outlet.close(why);
    }

    /** The connection is gone. */
    public synchronized void gone() {
        closed = true;
        places.values().forEach(place -> feeds.leave(place.feed, this));
        places.clear();
    }
}
