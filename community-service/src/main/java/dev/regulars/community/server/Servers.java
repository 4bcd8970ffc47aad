package dev.regulars.community.server;

import static dev.regulars.community.CommunityError.DOMAIN_TAKEN;
import static dev.regulars.community.CommunityError.SERVER_NOT_FOUND;
import static dev.regulars.community.CommunityError.URI_TAKEN;

import dev.regulars.crypto.Secrets;
import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;

/** What can be done with communities. */
@ApplicationScoped
public class Servers {

    /** Who owns a community, as of which of its versions. */
    public record Owned(String ownerId, Version version) {}

    private static final int ID_BYTES = 12;

    private final Clock clock;

    Servers(Clock clock) {
        this.clock = clock;
    }

    /** Drawn before any transaction begins: a counter in one would be a queue for everybody. */
    Uni<ServerDocument> draft(NewServer wanted, String ownerId, String ownerUserId) {
        if (!wanted.hasKnownZone()) {
            throw Refusal.invalid("timezone", "must be an IANA time zone such as Europe/Paris");
        }
        return NumberDocument.next("servers").map(number -> {
            Instant now = clock.instant();
            var server = new ServerDocument();
            server.id = HexFormat.of().formatHex(Secrets.bytes(ID_BYTES));
            server.number = number;
            server.ownerId = ownerId;
            server.ownerUserId = ownerUserId;
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
        return draft.create(tx)
                .onFailure(failure -> DuplicateKey.is(failure, ServerDocument.URI_INDEX))
                .transform(taken -> URI_TAKEN.because("uri of " + draft.name))
                .onFailure(failure -> DuplicateKey.is(failure, ServerDocument.DOMAIN_INDEX))
                .transform(taken -> DOMAIN_TAKEN.because("domain of " + draft.name))
                .map(ServerView::of);
    }

    /** Refuses a community that does not exist. */
    public Uni<Owned> owned(Tx tx, String communityId) {
        return ServerDocument.find(tx, communityId)
                .onItem()
                .ifNull()
                .failWith(() -> SERVER_NOT_FOUND.because("No server " + communityId))
                .map(server -> new Owned(server.ownerId, server.version));
    }

    public static Uni<Void> buildIndexes() {
        return ServerDocument.buildIndexes();
    }
}
