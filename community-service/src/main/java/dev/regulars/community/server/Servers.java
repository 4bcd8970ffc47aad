package dev.regulars.community.server;

import static dev.regulars.community.CommunityError.DOMAIN_TAKEN;
import static dev.regulars.community.CommunityError.NOT_THE_OWNER;
import static dev.regulars.community.CommunityError.SERVER_LIMIT;
import static dev.regulars.community.CommunityError.URI_TAKEN;
import static dev.regulars.web.refusal.Refusal.orNotFound;
import static dev.regulars.web.refusal.Refusal.orRefuse;
import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.regulars.community.server.Appearance.CommunityMeta;
import dev.regulars.community.server.Appearance.CommunityNames;
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
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What can be done with communities. */
@ApplicationScoped
public class Servers {

    /** Who owns a community, as of which of its versions. */
    public record Owned(String ownerId, String ownerUserId, Version version) {}

    private static final int VISIT_WINDOW_MINUTES = 30;

    private final OwnerMembership ownerMembership;
    private final Clock clock;

    Servers(OwnerMembership ownerMembership, Clock clock) {
        this.ownerMembership = ownerMembership;
        this.clock = clock;
    }

    /** Drawn before any transaction begins: a counter in one would be a queue for everybody. */
    Uni<ServerDocument> draft(NewServer wanted) {
        checkZone(wanted.timezone());
        return SequenceDocument.next("servers").map(number -> {
            Instant now = clock.instant();
            var server = new ServerDocument();
            server.id = Ids.next();
            server.number = number;
            server.timezone = "UTC";
            server.language = "English";
            server.visitWindowMinutes = VISIT_WINDOW_MINUTES;
            server.corsOrigins = List.of();
            server.membersListVisible = true;
            server.createdAt = now;
            apply(wanted, server);
            return server;
        });
    }

    /** For transactions: the owner is a member from the first moment. */
    Uni<ServerView> create(Tx tx, ServerDocument draft) {
        Actor owner = tx.caller();
        draft.ownerId = requireNonNull(owner.accountId());
        draft.ownerUserId = requireNonNull(owner.userId());
        return ServerDocument.countOf(tx, draft.ownerId)
                .invoke(SERVER_LIMIT::checkRoom)
                .chain(() -> draft.create(tx))
                .plug(stored -> orTaken(stored, draft))
                .call(server -> ownerMembership.begin(tx, server.communityId, server.ownerId, server.ownerUserId))
                .map(ServerView::of);
    }

    Uni<ServerView> update(Tx tx, NewServer wanted) {
        checkZone(wanted.timezone());
        return change(tx, server -> apply(wanted, server)).map(ServerView::of);
    }

    Uni<ServerView> rename(Tx tx, CommunityNames names) {
        return change(tx, server -> {
                    server.name = requireNonNullElse(names.name(), server.name);
                    server.uri = names.uri() == null ? server.uri : names.uri();
                    server.domain = names.domain() == null ? server.domain : names.domain();
                })
                .map(ServerView::of);
    }

    Uni<CommunityMeta> show(Tx tx, CommunityMeta meta) {
        return change(tx, server -> {
                    server.preview = meta.preview() == null
                            ? server.preview
                            : meta.preview().stored();
                    server.membersListVisible =
                            requireNonNullElse(meta.membersListVisible(), server.membersListVisible);
                    server.guestModeEnabled = requireNonNullElse(meta.guestModeEnabled(), server.guestModeEnabled);
                })
                .map(CommunityMeta::of);
    }

    Uni<Settings> settings(Tx tx) {
        return find(tx, tx.community()).map(Settings::of);
    }

    Uni<Settings> configure(Tx tx, Settings wanted) {
        checkZone(wanted.timezone());
        wanted.checkOrigins();
        return change(tx, wanted::apply)
                .chain(server -> wanted.namesAccess()
                        ? changeAccess(tx, server, wanted)
                        : Uni.createFrom().item(server))
                .chain(server -> wanted.namesCurrency()
                        ? changeCurrency(tx, server, wanted)
                        : Uni.createFrom().item(server))
                .map(Settings::of);
    }

    private static Uni<ServerDocument> changeAccess(Tx tx, ServerDocument server, Settings wanted) {
        wanted.applyAccess(server);
        return server.storeAccess(tx).plug(orNotFound("server", server.id));
    }

    private static Uni<ServerDocument> changeCurrency(Tx tx, ServerDocument server, Settings wanted) {
        wanted.applyCurrency(server);
        return server.storeCurrency(tx).plug(orNotFound("server", server.id));
    }

    /** Those that an account owns, and those of these ids. */
    public Uni<List<ServerView>> ofAccount(Tx tx, String accountId, Collection<String> ids) {
        return ServerDocument.ownedOrAmong(tx, accountId, ids)
                .map(servers -> servers.stream().map(ServerView::of).toList());
    }

    /** Makes somebody else the owner; refuses where {@code from} is not. */
    public Uni<Void> transfer(Tx tx, String from, String to, String toUserId) {
        return find(tx, tx.community())
                .chain(server -> server.transfer(tx, from, to, toUserId, clock.instant()))
                .plug(orRefuse(NOT_THE_OWNER, from))
                .replaceWithVoid();
    }

    /** Refuses a community that does not exist. */
    public Uni<Owned> owned(Tx tx, CommunityId community) {
        return find(tx, community).map(server -> new Owned(server.ownerId, server.ownerUserId, server.version));
    }

    /** The community of that id, for somebody who is not in it yet. */
    public Uni<CommunityId> community(Tx tx, String id) {
        return ServerDocument.find(tx, id).plug(orNotFound("server", id)).map(server -> server.communityId);
    }

    /** How long after a counted visit of a member further ones do not count. */
    public Uni<Duration> visitWindow(Tx tx, CommunityId community) {
        return find(tx, community).map(server -> Duration.ofMinutes(server.visitWindowMinutes));
    }

    private Uni<ServerDocument> change(Tx tx, Consumer<ServerDocument> change) {
        return find(tx, tx.community()).chain(server -> {
            String proven = server.domainProof == null ? null : server.domain;
            change.accept(server);
            server.updatedAt = clock.instant();
            String lost = Objects.equals(proven, server.domain) ? null : proven;
            return server.store(tx, lost).plug(orNotFound("server", server.id)).plug(stored -> orTaken(stored, server));
        });
    }

    /** What a request does not name stays as it is. */
    private void apply(NewServer wanted, ServerDocument server) {
        server.name = wanted.name();
        server.uri = wanted.uri() == null ? server.uri : wanted.uri();
        server.domain = wanted.domain() == null ? server.domain : wanted.domain();
        server.description = wanted.description() == null ? server.description : wanted.description();
        server.image = wanted.image() == null ? server.image : wanted.image();
        server.timezone = requireNonNullElse(wanted.timezone(), server.timezone);
        server.updatedAt = clock.instant();
    }

    private static Uni<ServerDocument> find(Tx tx, CommunityId community) {
        return ServerDocument.find(tx, community).plug(orNotFound("server", community.id()));
    }

    private static Uni<ServerDocument> orTaken(Uni<ServerDocument> stored, ServerDocument server) {
        return stored.onFailure(failure -> DuplicateKey.is(failure, ServerDocument.URI_INDEX))
                .transform(taken -> URI_TAKEN.because("uri of " + server.name))
                .onFailure(failure -> DuplicateKey.is(failure, ServerDocument.DOMAIN_INDEX))
                .transform(taken -> DOMAIN_TAKEN.because("domain of " + server.name));
    }

    private static void checkZone(@Nullable String zone) {
        if (zone != null && !ZoneId.getAvailableZoneIds().contains(zone)) {
            throw Refusal.invalid("timezone", "must be an IANA time zone such as Europe/Paris");
        }
    }
}
