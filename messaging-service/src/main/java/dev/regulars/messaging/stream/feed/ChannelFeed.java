package dev.regulars.messaging.stream.feed;

import dev.regulars.messaging.log.ChannelLog;
import dev.regulars.messaging.log.ChannelLog.ChannelKey;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One channel as this replica follows it: its log is read once for all clients, and the last frames are kept. A client
 * that is further behind reads the log for itself.
 */
final class ChannelFeed {

    private static final int PAGE = 100;
    private static final int KEPT = 200;

    private final ChannelKey channel;
    private final ChannelLog log;
    private final FrameWriter writer;
    private final Set<Subscriber> subscribers = ConcurrentHashMap.newKeySet();
    private final Deque<Frame> recent = new ArrayDeque<>();
    private final AtomicInteger wakes = new AtomicInteger();
    /** All that is newer than this is in {@code recent}, up to the head. */
    private long completeSince;

    private long head;

    /** @param head last place of the channel when the feed begins */
    ChannelFeed(ChannelKey channel, long head, ChannelLog log, FrameWriter writer) {
        this.channel = channel;
        this.head = head;
        this.completeSince = head;
        this.log = log;
        this.writer = writer;
    }

    ChannelKey channel() {
        return channel;
    }

    synchronized long head() {
        return head;
    }

    Set<Subscriber> subscribers() {
        return subscribers;
    }

    /** What is kept behind a place; absent where some of it is kept no more. */
    synchronized @Nullable List<Frame> recentAfter(long seq) {
        if (seq < completeSince) {
            return null;
        }
        List<Frame> newer = new ArrayList<>();
        var backwards = recent.descendingIterator();
        while (backwards.hasNext()) {
            Frame frame = backwards.next();
            if (frame.seq() <= seq) {
                break;
            }
            newer.add(frame);
        }
        return newer.reversed();
    }

    /** A page of the log behind a place. */
    Uni<List<Frame>> read(long seq) {
        return log.after(channel.community(), channel.channelId(), seq, PAGE)
                .chain(entries -> writer.frames(channel.community(), entries));
    }

    /** The log may be longer. One read at a time; woken during a read, another one follows. */
    void wake() {
        if (wakes.getAndIncrement() == 0) {
            refresh();
        }
    }

    private void refresh() {
        int answered = wakes.get();
        var unused = read(head()).subscribe().with(frames -> took(frames, answered), this::failed);
    }

    private void took(List<Frame> frames, int answered) {
        keep(frames);
        if (!frames.isEmpty()) {
            subscribers.forEach(one -> one.pump(channel.channelId()));
        }
        if (frames.size() == PAGE) {
            refresh();
        } else if (wakes.addAndGet(-answered) > 0) {
            refresh();
        }
    }

    /** The next look of the feeds wakes it again. */
    private void failed(Throwable failure) {
        Log.warnf(failure, "The log of channel %s could not be read", channel.channelId());
        wakes.set(0);
    }

    private synchronized void keep(List<Frame> frames) {
        for (Frame frame : frames) {
            recent.add(frame);
            head = frame.seq();
        }
        while (recent.size() > KEPT) {
            completeSince = recent.remove().seq();
        }
    }
}
