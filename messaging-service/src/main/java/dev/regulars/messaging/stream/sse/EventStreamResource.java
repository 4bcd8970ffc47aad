package dev.regulars.messaging.stream.sse;

import dev.regulars.messaging.stream.CloseCode;
import dev.regulars.messaging.stream.StreamRefused;
import dev.regulars.messaging.stream.caller.StreamCallers.StreamCaller;
import dev.regulars.messaging.stream.client.StreamClients;
import dev.regulars.messaging.stream.feed.ChannelFeeds;
import dev.regulars.messaging.stream.feed.FrameWriter;
import dev.regulars.messaging.stream.feed.Subscriber;
import dev.regulars.messaging.stream.feed.Subscriptions;
import dev.regulars.messaging.stream.sse.EventStreamAdmission.Admitted;
import dev.regulars.web.caller.Public;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The live stream as server-sent events (contract §3.17). The credential is exchanged here: the gateway passes it on. */
@Path("/application/stream")
class EventStreamResource {

    private final StreamClients clients;
    private final Subscriptions subscriptions;
    private final ChannelFeeds feeds;
    private final FrameWriter writer;

    EventStreamResource(StreamClients clients, Subscriptions subscriptions, ChannelFeeds feeds, FrameWriter writer) {
        this.clients = clients;
        this.subscriptions = subscriptions;
        this.feeds = feeds;
        this.writer = writer;
    }

    @GET
    @Public
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> events(@Context RoutingContext call, @Context Sse sse) {
        Admitted admitted = Admitted.of(call);
        return Multi.createFrom()
                .emitter(
                        emitter -> begin(admitted.caller(), admitted.wanted(), sse, emitter),
                        BackPressureStrategy.BUFFER);
    }

    private void begin(
            StreamCaller caller, WantedChannels wanted, Sse sse, MultiEmitter<? super OutboundSseEvent> emitter) {
        var outlet = new EventOutlet(sse, emitter, wanted.ids());
        var subscriber = new Subscriber(caller, outlet, feeds, writer);
        var unusedEmitter =
                emitter.onTermination(() -> clients.remove(subscriber)).onRequest(more -> subscriber.pumpAll());
        if (!clients.add(subscriber)) {
            outlet.end(writer.error(CloseCode.TOO_MANY));
            return;
        }
        var unused = Multi.createFrom()
                .iterable(wanted.ids())
                .onItem()
                .transformToUniAndConcatenate(id -> subscribe(subscriber, outlet, id, wanted.since(id)))
                .collect()
                .last()
                .subscribe()
                .with(all -> {}, failure -> outlet.end(writer.error(why(failure))));
    }

    private Uni<Void> subscribe(Subscriber subscriber, EventOutlet outlet, String id, @Nullable Long since) {
        if (since != null) {
            outlet.at(id, since);
        }
        return subscriptions.begin(subscriber, id, since);
    }

    private static CloseCode why(Throwable failure) {
        return failure instanceof StreamRefused no ? no.why() : CloseCode.FAULT;
    }
}
