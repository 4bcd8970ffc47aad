package dev.regulars.community.role.owner;

import static dev.regulars.web.permission.RolePermission.SERVER_ADMINISTRATOR;
import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.community.member.MembershipDocument;
import dev.regulars.community.role.RoleDocument;
import dev.regulars.community.server.Servers;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.web.permission.RolePermission;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotBlank;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A community gets another owner; the one before stays as an administrator. For transactions. */
@ApplicationScoped
class OwnerTransfer {

    /**
     * Who is to follow whom; asked by the service that checked the owner's password.
     *
     * @param newOwnerUserId decimal string of the new owner
     */
    record TransferRequest(
            @NotBlank String communityId,
            @NotBlank String ownerId,
            @NotBlank String newOwnerId,
            @NotBlank String newOwnerUserId) {}

    /** Who followed whom. */
    record TransferView(String communityId, String ownerId, String previousOwnerId) {}

    private static final int HIGHEST = 1_000_000;

    private final Servers servers;

    OwnerTransfer(Servers servers) {
        this.servers = servers;
    }

    Uni<TransferView> transfer(Tx tx, TransferRequest wanted) {
        CommunityId community = tx.community();
        return servers.transfer(tx, wanted.ownerId(), wanted.newOwnerId(), wanted.newOwnerUserId())
                .chain(() -> MembershipDocument.findToDecide(tx, community, wanted.newOwnerId()))
                .plug(orNotFound("member", wanted.newOwnerId()))
                .chain(() -> administrator(tx))
                .chain(role -> give(tx, community, wanted.ownerId(), role))
                .replaceWith(new TransferView(community.id(), wanted.newOwnerId(), wanted.ownerId()));
    }

    private Uni<RoleDocument> administrator(Tx tx) {
        return RoleDocument.list(tx)
                .map(roles -> roles.stream()
                        .filter(role -> role.permissions().contains(SERVER_ADMINISTRATOR))
                        .findFirst()
                        .orElse(null))
                .onItem()
                .ifNull()
                .switchTo(() -> newAdministrator(tx).create(tx));
    }

    private RoleDocument newAdministrator(Tx tx) {
        var role = RoleDocument.of(tx);
        role.colour = "grey";
        role.description = "";
        role.title = "Administrator";
        role.order = HIGHEST;
        role.permissions =
                Arrays.stream(RolePermission.values()).map(RolePermission::wire).toList();
        return role;
    }

    /** The membership of the owner before may be on its way still. */
    private static Uni<Void> give(Tx tx, CommunityId community, String accountId, RoleDocument role) {
        return MembershipDocument.findToDecide(tx, community, accountId).chain(member -> {
            if (member == null) {
                return Uni.createFrom().voidItem();
            }
            Set<String> ids = new TreeSet<>(member.roleIds());
            ids.add(role.id);
            return member.withRoles(tx, List.copyOf(ids)).replaceWithVoid();
        });
    }
}
