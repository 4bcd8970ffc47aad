package dev.regulars.identity.directory.membershipstatus;

import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.events.CommunityId;
import dev.regulars.events.identity.CallerChanged;
import dev.regulars.events.identity.CallerChanged.Scope;
import dev.regulars.identity.directory.community.CommunityClient;
import dev.regulars.identity.directory.member.Directory;
import dev.regulars.identity.directory.member.MemberProjection;
import dev.regulars.web.operation.call.OperationCall;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Ends and restores memberships: community-service decides and emits, the directory shows it before the answer. A repeat changes
 * nothing, so a caller without an answer repeats the call.
 */
@ApplicationScoped
class ManageUser {

    private final CommunityClient communities;
    private final Directory directory;
    private final MemberProjection members;

    ManageUser(CommunityClient communities, Directory directory, MemberProjection members) {
        this.communities = communities;
        this.directory = directory;
        this.members = members;
    }

    Uni<Void> manage(CommunityId community, String callerId, OperationCall call, ManageRequest request) {
        return directory
                .accountOf(community, request.user())
                .call(account -> communities
                        .set(community, account, request.action().ends(), callerId, call.key())
                        .plug(orNotFound("member", account))
                        .chain(members::store))
                .invoke(account ->
                        call.callerChanged().accept(CallerChanged.tag(Scope.MEMBERSHIP, community.id(), account)))
                .replaceWithVoid();
    }
}
