package dev.regulars.identity.directory.role;

import dev.regulars.eventing.Version;
import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.events.community.CommunityEvent;
import dev.regulars.events.community.CommunityEvent.MemberRolesChanged;
import dev.regulars.events.community.CommunityEvent.MemberSuspended;
import dev.regulars.events.community.CommunityEvent.RoleChanged;
import dev.regulars.events.community.CommunityEvent.RoleCreated;
import dev.regulars.events.community.CommunityEvent.RoleDeleted;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;

/** Keeps roles, and who has them, up to date with community-service. */
@ApplicationScoped
class KeepRoles {

    private final EventConsumer consumer;
    private final Outbox outbox;

    KeepRoles(EventConsumer consumer, Outbox outbox) {
        this.consumer = consumer;
        this.outbox = outbox;
    }

    void start(@Observes StartupEvent started) {
        consumer.consume(
                "roles",
                Set.of(
                        RoleCreated.class,
                        RoleChanged.class,
                        RoleDeleted.class,
                        MemberRolesChanged.class,
                        MemberSuspended.class),
                this::keep);
    }

    private Uni<Void> keep(ReceivedEvent<CommunityEvent> received) {
        Tx tx = outbox.alone();
        Version source = received.version();
        return switch (received.event()) {
            case RoleCreated role ->
                role(tx, role.community(), role.roleId(), role.title(), role.order(), role.permissions(), source);
            case RoleChanged role ->
                role(tx, role.community(), role.roleId(), role.title(), role.order(), role.permissions(), source);
            case RoleDeleted role -> gone(tx, role.community(), role.roleId(), source);
            case MemberRolesChanged member ->
                RoleHolderDocument.roles(tx, member.community(), member.accountId(), member.roleIds(), source);
            case MemberSuspended member ->
                RoleHolderDocument.suspension(tx, member.community(), member.accountId(), member.until(), source);
            default -> Uni.createFrom().voidItem();
        };
    }

    private static Uni<Void> role(
            Tx tx,
            CommunityId community,
            String roleId,
            String title,
            int order,
            List<String> permissions,
            Version source) {
        var role = RoleDocument.of(community, roleId, source);
        role.title = title;
        role.order = order;
        role.permissions = permissions;
        return role.store(tx);
    }

    private static Uni<Void> gone(Tx tx, CommunityId community, String roleId, Version source) {
        var role = RoleDocument.of(community, roleId, source);
        role.gone = true;
        return role.store(tx);
    }
}
