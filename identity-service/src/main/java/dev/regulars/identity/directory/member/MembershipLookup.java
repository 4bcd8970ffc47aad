package dev.regulars.identity.directory.member;

import dev.regulars.identity.accounts.MembershipLevels;
import dev.regulars.identity.directory.community.CommunityClient;
import dev.regulars.web.caller.Level;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** What a person is to a community: from the directory, or, for a membership that is not there yet, from its owner. */
@ApplicationScoped
class MembershipLookup implements MembershipLevels {

    private static final String ID = "[0-9a-fA-F]{24}";

    private final Directory directory;
    private final CommunityClient communities;

    MembershipLookup(Directory directory, CommunityClient communities) {
        this.directory = directory;
        this.communities = communities;
    }

    @Override
    public Uni<@Nullable Level> of(String accountId, @Nullable String community) {
        if (community == null || !community.matches(ID)) {
            return Uni.createFrom().nullItem();
        }
        return directory
                .level(community, accountId)
                .chain(known -> known != null ? Uni.createFrom().item(known) : ask(community, accountId));
    }

    private Uni<@Nullable Level> ask(String community, String accountId) {
        return communities.membership(community, accountId).onItem().ifNotNull().transformToUni(membership -> directory
                .store(membership)
                .chain(() -> directory.level(community, accountId)));
    }
}
