package dev.regulars.messaging.stream.sse;

import dev.regulars.messaging.stream.CloseCode;
import dev.regulars.messaging.stream.StreamRefused;
import dev.regulars.messaging.stream.caller.BearerToken;
import dev.regulars.messaging.stream.caller.CallingPage;
import dev.regulars.messaging.stream.caller.StreamCallers;
import dev.regulars.messaging.stream.caller.StreamCallers.Credential;
import dev.regulars.messaging.stream.caller.StreamCallers.StreamCaller;
import dev.regulars.messaging.stream.feed.Subscriptions;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Exchanges the credential of an event stream and checks its channels before it begins: an event stream cannot refuse. */
class EventStreamAdmission {

    private static final String ADMITTED = "admitted to the event stream";

    /** Who may begin to read what. */
    record Admitted(StreamCaller caller, WantedChannels wanted) {

        static Admitted of(RoutingContext call) {
            return call.get(ADMITTED);
        }
    }

    private final StreamCallers callers;
    private final Subscriptions subscriptions;

    EventStreamAdmission(StreamCallers callers, Subscriptions subscriptions) {
        this.callers = callers;
        this.subscriptions = subscriptions;
    }

    @ServerRequestFilter
    public Uni<Void> admit(ResourceInfo operation, UriInfo uri, RoutingContext call) {
        if (operation.getResourceClass() != EventStreamResource.class) {
            return Uni.createFrom().voidItem();
        }
        String token = BearerToken.in(call.request().getHeader("Authorization"));
        if (token == null) {
            throw Refusal.of(Kind.UNAUTHENTICATED, "no credential");
        }
        var query = uri.getQueryParameters();
        @Nullable String last = call.request().getHeader("Last-Event-ID");
        var wanted = WantedChannels.of(query.getFirst("channels"), last == null ? query.getFirst("since") : last);
        var page = CallingPage.of(call.request()::getHeader);
        return callers.exchange(new Credential(token, query.getFirst("communityId"), page))
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.of(Kind.UNAUTHENTICATED, "invalid credential"))
                .call(caller -> Multi.createFrom()
                        .iterable(wanted.ids())
                        .onItem()
                        .transformToUniAndConcatenate(id -> subscriptions.check(caller, id, wanted.since(id)))
                        .collect()
                        .last())
                .onFailure(StreamRefused.class)
                .transform(EventStreamAdmission::refusal)
                .invoke(caller -> call.put(ADMITTED, new Admitted(caller, wanted)))
                .replaceWithVoid();
    }

    private static Throwable refusal(Throwable failure) {
        CloseCode why = ((StreamRefused) failure).why();
        String detail = String.valueOf(failure.getMessage());
        return why == CloseCode.NOT_ALLOWED
                ? Refusal.of(Kind.NOT_FOUND, detail)
                : Refusal.invalid("since", "must be a place of the channel");
    }
}
