package dev.regulars.identity.directory.member;

import dev.regulars.identity.directory.community.CommunityClient;
import dev.regulars.identity.directory.role.MemberRoles;
import dev.regulars.identity.port.MemberAccess;
import dev.regulars.identity.port.MemberAccessLookup;
import dev.regulars.web.caller.Level;
import dev.regulars.web.permission.RolePermission;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** What a person is to a community: from the directory, or, for a membership that is not there yet, from its owner. */
@ApplicationScoped
class MembershipLookup implements MemberAccessLookup {

    private static final String ID = "[0-9a-fA-F]{24}";

    private final Directory directory;
    private final MemberProjection projection;
    private final CommunityClient communities;
    private final MemberRoles roles;

    MembershipLookup(Directory directory, MemberProjection projection, CommunityClient communities, MemberRoles roles) {
        this.directory = directory;
        this.projection = projection;
        this.communities = communities;
        this.roles = roles;
    }

    @Override
    public Uni<@Nullable MemberAccess> of(String accountId, @Nullable String community) {
        if (community == null || !community.matches(ID)) {
            return Uni.createFrom().nullItem();
        }
        return directory
                .ofCredential(community, accountId)
                .chain(entry ->
                        Directory.level(entry) != null ? Uni.createFrom().item(entry) : ask(community, accountId))
                .chain(this::standing);
    }

    private Uni<@Nullable MemberDocument> ask(String community, String accountId) {
        return communities.membership(community, accountId).onItem().ifNotNull().transformToUni(membership -> projection
                .store(membership)
                .chain(() -> directory.ofCredential(community, accountId)));
    }

    /** An admin is who has a role with {@code server_administrator} (contract §1.3). */
    private Uni<@Nullable MemberAccess> standing(@Nullable MemberDocument entry) {
        Level level = Directory.level(entry);
        if (entry == null || level == null) {
            return Uni.createFrom().nullItem();
        }
        return roles.of(entry.community(), entry.accountId, level == Level.OWNER)
                .map(held -> new MemberAccess(
                        level == Level.MEMBER && held.permissions().contains(RolePermission.SERVER_ADMINISTRATOR)
                                ? Level.ADMIN
                                : level,
                        held.permissions().stream().map(RolePermission::wire).toList()));
    }
}
