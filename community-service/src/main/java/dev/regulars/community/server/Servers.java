package dev.regulars.community.server;

import static dev.regulars.community.CommunityError.DOMAIN_TAKEN;
import static dev.regulars.community.CommunityError.URI_TAKEN;
import static dev.regulars.web.refusal.Refusal.orNotFound;
import static java.util.Objects.requireNonNull;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.web.caller.Actor;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.value.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** What can be done with communities. */
@ApplicationScoped
public class Servers {

    /** Who owns a community, as of which of its versions. */
    public record Owned(String ownerId, Version version) {}

    private final Clock clock;

    Servers(Clock clock) {
        this.clock = clock;
    }

    /** Drawn before any transaction begins: a counter in one would be a queue for everybody. */
    Uni<ServerDocument> draft(NewServer wanted) {
        if (!wanted.hasKnownZone()) {
            throw Refusal.invalid("timezone", "must be an IANA time zone such as Europe/Paris");
        }
        return NumberDocument.next("servers").map(number -> {
            Instant now = clock.instant();
            var server = new ServerDocument();
            server.id = Ids.next();
            server.number = number;
            server.name = wanted.name();
            server.uri = wanted.uri();
            server.domain = wanted.domain();
            server.description = wanted.description();
            server.image = wanted.image();
            server.timezone = wanted.zone();
            server.createdAt = now;
            server.updatedAt = now;
            return server;
        });
    }

    Uni<ServerView> create(Tx tx, ServerDocument draft) {
        Actor owner = tx.caller();
        draft.ownerId = requireNonNull(owner.accountId());
        draft.ownerUserId = requireNonNull(owner.userId());
        return draft.create(tx)
                .onFailure(failure -> DuplicateKey.is(failure, ServerDocument.URI_INDEX))
                .transform(taken -> URI_TAKEN.because("uri of " + draft.name))
                .onFailure(failure -> DuplicateKey.is(failure, ServerDocument.DOMAIN_INDEX))
                .transform(taken -> DOMAIN_TAKEN.because("domain of " + draft.name))
                .map(ServerView::of);
    }

    /** Refuses a community that does not exist. */
    public Uni<Owned> owned(Tx tx, CommunityId community) {
        return ServerDocument.find(tx, community)
                .plug(orNotFound("server", community.id()))
                .map(server -> new Owned(server.ownerId, server.version));
    }

    public static Uni<Void> buildIndexes() {
        return ServerDocument.buildIndexes();
    }
}
