package dev.regulars.messaging.stream;

import dev.regulars.messaging.stream.StreamCallers.Credential;
import dev.regulars.messaging.stream.StreamCallers.StreamCaller;
import dev.regulars.web.caller.Public;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The live stream as server-sent events (contract §3.17). The credential is exchanged here: the gateway passes it on. */
@Path("/application/stream")
class EventStreamResource {

    private final StreamCallers callers;
    private final StreamClients clients;
    private final Subscriptions subscriptions;
    private final ChannelFeeds feeds;
    private final FrameWriter writer;

    EventStreamResource(
            StreamCallers callers,
            StreamClients clients,
            Subscriptions subscriptions,
            ChannelFeeds feeds,
            FrameWriter writer) {
        this.callers = callers;
        this.clients = clients;
        this.subscriptions = subscriptions;
        this.feeds = feeds;
        this.writer = writer;
    }

    @GET
    @Public
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> events(
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
            @QueryParam("channels") @Nullable String channels,
            @QueryParam("since") @Nullable String since,
            @Context UriInfo uri,
            @Context Sse sse) {
        String token = BearerToken.in(authorization);
        if (token == null) {
            throw Refusal.of(Kind.UNAUTHENTICATED, "no credential");
        }
        var wanted = WantedChannels.of(channels, lastEventId == null ? since : lastEventId);
        // the community goes with the credential to the exchange: nothing here relies on it
        var credential = new Credential(token, uri.getQueryParameters().getFirst("communityId"));
        return callers.exchange(credential)
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.of(Kind.UNAUTHENTICATED, "invalid credential"))
                .onItem()
                .transformToMulti(caller -> Multi.createFrom()
                        .<OutboundSseEvent>emitter(
                                emitter -> begin(caller, wanted, sse, emitter), BackPressureStrategy.BUFFER));
    }

    private void begin(
            StreamCaller caller, WantedChannels wanted, Sse sse, MultiEmitter<? super OutboundSseEvent> emitter) {
        var outlet = new EventOutlet(sse, emitter, wanted.ids());
        var subscriber = new Subscriber(caller, outlet, feeds, writer);
        var unusedEmitter =
                emitter.onTermination(() -> clients.remove(subscriber)).onRequest(more -> subscriber.pumpAll());
        if (!clients.add(subscriber)) {
            emitter.fail(Refusal.of(Kind.TOO_MANY, "clients"));
            return;
        }
        var unused = Multi.createFrom()
                .iterable(wanted.ids())
                .onItem()
                .transformToUniAndConcatenate(id -> subscribe(subscriber, outlet, id, wanted.since(id)))
                .collect()
                .last()
                .subscribe()
                .with(all -> {}, failure -> emitter.fail(refusal(failure)));
    }

    private Uni<Void> subscribe(Subscriber subscriber, EventOutlet outlet, String id, @Nullable Long since) {
        if (since != null) {
            outlet.at(id, since);
        }
        return subscriptions.begin(subscriber, id, since);
    }

    private static Throwable refusal(Throwable failure) {
        return failure instanceof StreamRefused no
                ? switch (no.why()) {
                    case NOT_ALLOWED -> Refusal.of(Kind.NOT_FOUND, String.valueOf(no.getMessage()));
                    case TOO_MANY -> Refusal.of(Kind.TOO_MANY, String.valueOf(no.getMessage()));
                    default -> Refusal.invalid("since", "must be a place of the channel");
                }
                : failure;
    }
}
