package dev.regulars.messaging.stream.sse;

import dev.regulars.messaging.stream.CloseCode;
import dev.regulars.messaging.stream.feed.Frame;
import dev.regulars.messaging.stream.feed.Outlet;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A stream of server-sent events. Each event's id says the place in every channel, in the order of the request. */
final class EventOutlet implements Outlet {

    private final Sse sse;
    private final MultiEmitter<? super OutboundSseEvent> events;
    private final Map<String, Long> places = new LinkedHashMap<>();

    EventOutlet(Sse sse, MultiEmitter<? super OutboundSseEvent> events, List<String> channels) {
        this.sse = sse;
        this.events = events;
        channels.forEach(channel -> places.put(channel, 0L));
    }

    /** Where the client is before the first event. */
    synchronized void at(String channelId, long seq) {
        places.put(channelId, seq);
    }

    @Override
    public boolean isWritable() {
        return events.requested() > 0;
    }

    @Override
    public synchronized void send(Frame frame) {
        places.put(frame.channelId(), frame.seq());
        String id = places.values().stream().map(String::valueOf).collect(Collectors.joining(","));
        emit(sse.newEventBuilder().id(id).data(frame.json()).build());
    }

    @Override
    public void send(String json) {
        emit(sse.newEvent(json));
    }

    @Override
    public void beat() {
        if (isWritable()) {
            emit(sse.newEventBuilder().comment("beat").build());
        }
    }

    /** With a last event that says why. */
    void end(String json) {
        send(json);
        events.complete();
    }

    private void emit(OutboundSseEvent event) {
        var unused = events.emit(event);
    }

    @Override
    public void close(CloseCode why) {
        events.complete();
    }
}
