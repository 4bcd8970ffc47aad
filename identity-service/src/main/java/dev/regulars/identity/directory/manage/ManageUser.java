package dev.regulars.identity.directory.manage;

import static dev.regulars.identity.IdentityError.MEMBER_NOT_FOUND;

import dev.regulars.eventing.once.Call;
import dev.regulars.identity.directory.community.CommunityClient;
import dev.regulars.identity.directory.member.Directory;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Ends memberships and brings them back: the owner of memberships decides and tells, the directory is at it before the
 * answer. To ask again changes nothing, so whoever got no answer does just that.
 */
@ApplicationScoped
class ManageUser {

    private final CommunityClient communities;
    private final Directory directory;

    ManageUser(CommunityClient communities, Directory directory) {
        this.communities = communities;
        this.directory = directory;
    }

    /** Answers the account whose membership it was. */
    Uni<String> manage(Call call, ManageRequest order) {
        return directory.accountOf(call.communityId(), order.user()).call(account -> communities
                .set(call, account, order.action().ends())
                .onItem()
                .ifNull()
                .failWith(() -> MEMBER_NOT_FOUND.because(account + " never was a member"))
                .chain(directory::store));
    }
}
