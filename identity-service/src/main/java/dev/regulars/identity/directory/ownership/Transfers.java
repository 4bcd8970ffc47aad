package dev.regulars.identity.directory.ownership;

import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.events.CommunityId;
import dev.regulars.events.identity.CallerChanged;
import dev.regulars.events.identity.CallerChanged.Scope;
import dev.regulars.identity.accounts.ConfirmedPasswords;
import dev.regulars.identity.directory.community.CommunityClient;
import dev.regulars.identity.directory.member.Directory;
import dev.regulars.web.operation.call.OperationCall;
import dev.regulars.web.value.Secret;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The password is checked here, the owner is kept by community-service. */
@ApplicationScoped
class Transfers {

    /** Accounts of the owner and of the one before. */
    @Schema(name = "CommunityOwners", examples = """
            {"owner": "66b1f15ea4d3e5f60718293d", "previousOwner": "66b1f14ca4d3e5f60718293c"}""")
    record TransferView(
            @Schema(description = "`_id` of the account") String owner, String previousOwner) {}

    private final ConfirmedPasswords passwords;
    private final Directory directory;
    private final CommunityClient communities;

    Transfers(ConfirmedPasswords passwords, Directory directory, CommunityClient communities) {
        this.passwords = passwords;
        this.directory = directory;
        this.communities = communities;
    }

    Uni<TransferView> transfer(
            CommunityId community, String ownerId, String user, Secret password, OperationCall call) {
        return passwords
                .confirm(ownerId, "password", password)
                .chain(() -> directory.member(community, user))
                .chain(member -> communities
                        .transfer(community, ownerId, member.accountId, member.userId)
                        .plug(orNotFound("member", member.accountId)))
                .invoke(change -> {
                    call.callerChanged().accept(CallerChanged.tag(Scope.MEMBERSHIP, community.id(), change.ownerId()));
                    call.callerChanged().accept(CallerChanged.tag(Scope.MEMBERSHIP, community.id(), ownerId));
                })
                .map(change -> new TransferView(change.ownerId(), change.previousOwnerId()));
    }
}
