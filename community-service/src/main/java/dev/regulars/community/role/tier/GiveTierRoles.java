package dev.regulars.community.role.tier;

import static dev.regulars.web.permission.RolePermission.SERVER_ADMINISTRATOR;

import dev.regulars.community.member.MembershipDocument;
import dev.regulars.community.role.RoleDocument;
import dev.regulars.eventing.Version;
import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.gamification.GamificationEvent.TierChanged;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Gives members the role of the tier that they reach, and takes that of the tier that they leave. */
@ApplicationScoped
class GiveTierRoles {

    private final EventConsumer consumer;
    private final Outbox outbox;

    GiveTierRoles(EventConsumer consumer, Outbox outbox) {
        this.consumer = consumer;
        this.outbox = outbox;
    }

    void start(@Observes StartupEvent started) {
        consumer.consume("tier-roles", TierChanged.class, this::give);
    }

    private Uni<Void> give(ReceivedEvent<TierChanged> received) {
        TierChanged tier = received.event();
        return tier.roleId() != null || tier.previousRoleId() != null
                ? assignable(tier).chain(role -> change(tier, role, received.version()))
                : Uni.createFrom().voidItem();
    }

    /** Whoever configures tiers makes no admins: a role that administers the server is not given. */
    private Uni<@Nullable String> assignable(TierChanged tier) {
        return tier.roleId() == null
                ? Uni.createFrom().nullItem()
                : RoleDocument.findToAssign(outbox.alone(), tier.community(), tier.roleId())
                        .map(role -> role == null || role.ofEveryone() || administers(role) ? null : role.id);
    }

    private static boolean administers(RoleDocument role) {
        boolean administers = role.permissions().contains(SERVER_ADMINISTRATOR);
        if (administers) {
            Log.warnf("Role %s administers its server and is given by no tier", role.id);
        }
        return administers;
    }

    /** Whoever loses against another change decides anew by what is there then. */
    private Uni<Void> change(TierChanged tier, @Nullable String role, Version source) {
        return MembershipDocument.findEver(outbox.alone(), tier.community(), tier.accountId())
                .chain(member -> member == null || TierRoleWrites.isDone(member, source)
                        ? Uni.createFrom().voidItem()
                        : TierRoleWrites.store(outbox.alone(), member, roles(member, tier, role), source)
                                .chain(stored -> stored == null
                                        ? change(tier, role, source)
                                        : Uni.createFrom().voidItem()));
    }

    private static List<String> roles(MembershipDocument member, TierChanged tier, @Nullable String role) {
        var roles = new TreeSet<>(member.roleIds());
        if (tier.previousRoleId() != null) {
            roles.remove(tier.previousRoleId());
        }
        if (role != null) {
            roles.add(role);
        }
        return roles.equals(new TreeSet<>(member.roleIds())) ? member.roleIds() : List.copyOf(roles);
    }
}
