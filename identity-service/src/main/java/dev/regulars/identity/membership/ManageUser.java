package dev.regulars.identity.membership;

import static dev.regulars.identity.IdentityError.MEMBER_NOT_FOUND;

import dev.regulars.eventing.once.Call;
import dev.regulars.identity.community.CommunityService;
import dev.regulars.identity.member.Directory;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Ends memberships and brings them back: the owner of memberships decides and tells, the directory is at it before the
 * answer. To ask again changes nothing, so whoever got no answer does just that.
 */
@ApplicationScoped
class ManageUser {

    private final CommunityService communities;
    private final Directory directory;

    ManageUser(CommunityService communities, Directory directory) {
        this.communities = communities;
        this.directory = directory;
    }

    /** Answers the account whose membership it was. */
    Uni<String> manage(Call call, Order order) {
        return directory.accountOf(call.communityId(), order.user()).call(account -> communities
                .set(call, account, order.action().ends())
                .onItem()
                .ifNull()
                .failWith(() -> MEMBER_NOT_FOUND.because(account + " never was a member"))
                .chain(directory::store));
    }
}
