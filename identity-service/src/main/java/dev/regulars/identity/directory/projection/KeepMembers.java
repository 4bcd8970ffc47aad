package dev.regulars.identity.directory.projection;

import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.events.community.CommunityEvent;
import dev.regulars.events.community.CommunityEvent.MemberAccessChanged;
import dev.regulars.events.community.CommunityEvent.MemberJoined;
import dev.regulars.events.community.CommunityEvent.MemberLeft;
import dev.regulars.events.community.CommunityEvent.MemberRestored;
import dev.regulars.events.community.CommunityEvent.MemberRolesChanged;
import dev.regulars.events.community.CommunityEvent.ServerCreated;
import dev.regulars.events.community.CommunityEvent.ServerTransferred;
import dev.regulars.events.community.CommunityEvent.SessionClosed;
import dev.regulars.events.community.CommunityEvent.SessionOpened;
import dev.regulars.identity.accounts.Accounts;
import dev.regulars.identity.directory.member.MemberProjection;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Applies the events of community-service to the directory: joins, leaves, owners, roles, presence. */
@ApplicationScoped
class KeepMembers {

    private final EventConsumer consumer;
    private final MemberProjection members;
    private final ProjectionLag lag;
    private final Accounts accounts;

    KeepMembers(EventConsumer consumer, MemberProjection members, ProjectionLag lag, Accounts accounts) {
        this.consumer = consumer;
        this.members = members;
        this.lag = lag;
        this.accounts = accounts;
    }

    void start(@Observes StartupEvent started) {
        consumer.consume(
                "members", CommunityEvent.class, received -> keep(received).invoke(() -> lag.record(received)));
    }

    private Uni<Void> keep(ReceivedEvent<CommunityEvent> received) {
        var version = received.version();
        return switch (received.event()) {
            case ServerCreated server -> members.owned(server.community(), server.ownerId(), version);
            case MemberJoined join -> members.joined(join.community(), join.accountId(), version, join.joinedAt());
            case MemberLeft left ->
                members.left(left.community(), left.accountId(), version, left.joinedAt(), left.leftAt())
                        .chain(() -> accounts.endUserKeys(left.community(), left.accountId(), left.leftAt()));
            case MemberRestored back -> members.joined(back.community(), back.accountId(), version, back.joinedAt());
            case ServerTransferred server ->
                members.transferred(server.community(), server.previousOwnerId(), server.ownerId(), version);
            case MemberRolesChanged member ->
                members.roles(member.community(), member.accountId(), version, member.roleIds());
            case MemberAccessChanged member ->
                members.access(member.community(), member.accountId(), version, member.accessLevel());
            case SessionOpened seen -> members.present(seen.community(), seen.accountId(), version, true);
            case SessionClosed gone -> members.present(gone.community(), gone.accountId(), version, false);
            case CommunityEvent other -> Uni.createFrom().voidItem();
        };
    }
}
