package dev.regulars.community.invite;

import static dev.regulars.community.CommunityError.INVITE_OVER;
import static dev.regulars.web.permission.RolePermission.CREATE_INVITE;
import static dev.regulars.web.refusal.Refusal.orNotFound;
import static dev.regulars.web.refusal.Refusal.orRefuse;

import dev.regulars.community.InstallationConfig;
import dev.regulars.community.member.JoinedView;
import dev.regulars.community.member.Members;
import dev.regulars.community.role.member.RoleHolders;
import dev.regulars.community.server.Servers;
import dev.regulars.crypto.Secrets;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.web.caller.CallerKind;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Codes that let people in. Whoever makes one grants by it no more than they could themselves. */
@ApplicationScoped
class Invites {

    private static final int CODE_LENGTH = 16;

    private final Servers servers;
    private final Members members;
    private final RoleHolders holders;
    private final InstallationConfig installation;

    Invites(Servers servers, Members members, RoleHolders holders, InstallationConfig installation) {
        this.servers = servers;
        this.members = members;
        this.holders = holders;
        this.installation = installation;
    }

    Uni<InviteView> create(Tx tx, NewInvite wanted) {
        return holders.authority(tx, CREATE_INVITE)
                .call(caller -> holders.checkAssignable(tx, caller, "roleIds", wanted.roles()))
                .chain(() -> drafted(tx, wanted).create(tx))
                .map(this::view);
    }

    Uni<InviteView> delete(Tx tx, String code) {
        return holders.authority(tx, CREATE_INVITE)
                .chain(() -> InviteDocument.remove(tx, code).plug(orNotFound("invite", code)))
                .map(this::view);
    }

    Uni<Page<InviteView>> page(Tx tx, PageRequest page) {
        return InviteDocument.page(tx, page).map(part -> part.map(this::view));
    }

    /** A member uses up nothing. */
    Uni<JoinedView> join(Tx tx, String code) {
        return InviteDocument.find(tx, code).plug(orNotFound("invite", code)).chain(invite -> join(tx, invite));
    }

    /** Without a code everybody may join; a code must be of this community. */
    Uni<JoinedView> join(Tx tx, String serverId, @Nullable String code) {
        checkReach(tx, serverId);
        return servers.community(tx, serverId)
                .chain(community -> code == null
                        ? members.join(tx, community, List.of())
                        : InviteDocument.find(tx, code)
                                .map(invite -> invite != null && invite.communityId.equals(community) ? invite : null)
                                .plug(orRefuse(INVITE_OVER, code))
                                .chain(invite -> join(tx, invite)));
    }

    /** A user key knows no community but its own. */
    private static void checkReach(Tx tx, String serverId) {
        if (tx.caller().kind() == CallerKind.USER_KEY && !tx.community().id().equals(serverId)) {
            throw Refusal.notFound("community", serverId);
        }
    }

    private Uni<JoinedView> join(Tx tx, InviteDocument invite) {
        return members.isMember(tx, invite.communityId)
                .chain(already -> already
                        ? members.join(tx, invite.communityId, List.of())
                        : invite.use(tx, tx.now())
                                .plug(orRefuse(INVITE_OVER, invite.id))
                                .chain(() -> holders.assignable(tx, invite.communityId, invite.roleIds))
                                .chain(roleIds -> members.join(tx, invite.communityId, roleIds)));
    }

    private InviteDocument drafted(Tx tx, NewInvite wanted) {
        var invite = new InviteDocument();
        invite.id = Secrets.key().substring(0, CODE_LENGTH);
        invite.communityId = tx.community();
        invite.maxUses = wanted.maxUses();
        invite.expiresAt = wanted.expiresAt();
        invite.roleIds = wanted.roles();
        invite.createdBy = tx.caller().id();
        invite.createdAt = tx.now();
        return invite;
    }

    private InviteView view(InviteDocument invite) {
        return InviteView.of(invite, installation.publicUrl());
    }
}
