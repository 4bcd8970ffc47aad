package dev.regulars.identity.directory.user;

import dev.regulars.events.CommunityId;
import dev.regulars.identity.directory.community.Communities;
import dev.regulars.identity.directory.member.Directory;
import dev.regulars.identity.directory.member.MemberDocument;
import dev.regulars.identity.directory.role.RoleTitles;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;

/** Everything about one member: one read, and what is known of the community anyway. */
@ApplicationScoped
class UserInfo {

    private final Directory directory;
    private final RoleTitles roles;
    private final Communities communities;
    private final Clock clock;

    UserInfo(Directory directory, RoleTitles roles, Communities communities, Clock clock) {
        this.directory = directory;
        this.roles = roles;
        this.communities = communities;
        this.clock = clock;
    }

    Uni<UserInfoView> read(CommunityId community, String idOrEmail) {
        return directory.member(community, idOrEmail).chain(member -> view(community, member));
    }

    private Uni<UserInfoView> view(CommunityId community, MemberDocument member) {
        return Uni.combine()
                .all()
                .unis(roles.of(community), communities.settings(community))
                .with((titles, settings) -> UserInfoView.of(member, titles, settings.today(clock), Map.of()));
    }
}
