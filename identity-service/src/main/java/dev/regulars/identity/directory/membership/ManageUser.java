package dev.regulars.identity.directory.membership;

import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.events.CommunityId;
import dev.regulars.events.identity.CallerChanged;
import dev.regulars.events.identity.CallerChanged.Scope;
import dev.regulars.identity.directory.community.CommunityClient;
import dev.regulars.identity.directory.member.Directory;
import dev.regulars.web.caller.OperationCall;
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

    ManageUser(CommunityClient communities, Directory directory) {
        this.communities = communities;
        this.directory = directory;
    }

    Uni<Void> manage(CommunityId community, String callerId, OperationCall call, ManageRequest request) {
        return directory
                .accountOf(community, request.user())
                .call(account -> communities
                        .set(community, account, request.action().ends(), callerId, call.key())
                        .plug(orNotFound("member", account))
                        .chain(directory::store))
                .invoke(account ->
                        call.callerChanged().accept(CallerChanged.tag(Scope.MEMBERSHIP, community.id(), account)))
                .replaceWithVoid();
    }
}
