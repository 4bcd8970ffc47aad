package dev.regulars.identity.directory.community;

import static dev.regulars.web.refusal.Refusal.orNotFound;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.events.CommunityId;
import dev.regulars.identity.accounts.Account;
import dev.regulars.identity.accounts.Accounts;
import dev.regulars.internal.InternalClient;
import dev.regulars.internal.ServiceAddresses;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Client of community-service, which owns memberships. */
@ApplicationScoped
public class CommunityClient {

    /** Below the time that the gateway gives a token exchange. */
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private record JoinRequest(String communityId, String accountId, String userId, int accessLevel) {}

    private record StandingRequest(
            String communityId,
            String accountId,
            boolean ended,
            String caller,
            @Nullable String key) {}

    private record AccessLevelRequest(String communityId, String accountId, int accessLevel) {}

    private record TransferRequest(String communityId, String ownerId, String newOwnerId, String newOwnerUserId) {}

    /** Who follows whom as the owner. */
    public record OwnerChange(String communityId, String ownerId, String previousOwnerId) {}

    private final InternalClient writes;
    private final InternalClient lookUps;

    CommunityClient(Vertx vertx, ObjectMapper json, ServiceAddresses addresses, Accounts accounts) {
        this.writes = new InternalClient(vertx, json, addresses.community(), accounts::serviceToken, TIMEOUT);
        this.lookUps = new InternalClient(vertx, json, addresses.community(), accounts::serviceToken, TIMEOUT);
    }

    /** Joins an account to a community; idempotent. Refused for good where the community does not exist. */
    public Uni<Membership> join(String communityId, Account account, int accessLevel) {
        return writes.post(
                        "/internal/memberships",
                        new JoinRequest(communityId, account.id(), account.userId(), accessLevel),
                        Membership.class)
                .plug(orNotFound("community", communityId));
    }

    /** Ends or restores a membership on behalf of a caller, once for a key; empty where the account never was a member. */
    public Uni<@Nullable Membership> set(
            CommunityId community, String accountId, boolean ended, String callerId, @Nullable String key) {
        var standing = new StandingRequest(community.id(), accountId, ended, callerId, key);
        return writes.post("/internal/memberships/standing", standing, Membership.class);
    }

    /** Keeps another access level with a membership; refused where the account is no member. */
    public Uni<Membership> setAccessLevel(CommunityId community, String accountId, int level) {
        return writes.post(
                        "/internal/memberships/access-level",
                        new AccessLevelRequest(community.id(), accountId, level),
                        Membership.class)
                .plug(orNotFound("member", accountId));
    }

    /** Makes another member the owner; empty where the account is no member. */
    public Uni<@Nullable OwnerChange> transfer(CommunityId community, String from, String to, String toUserId) {
        return writes.post(
                "/internal/servers/owner", new TransferRequest(community.id(), from, to, toUserId), OwnerChange.class);
    }

    /**
     * A part of all memberships of a community.
     *
     * @param next the account behind which the next part begins; absent at the end
     */
    public record Export(
            List<Membership> memberships, @Nullable String next) {}

    /** Empty where there is no such community. */
    public Uni<@Nullable Export> export(CommunityId community, @Nullable String after) {
        String path = "/internal/memberships/export/" + community.id();
        return writes.get(after == null ? path : path + "?after=" + after, Export.class);
    }

    /** Empty for a stranger to the community. */
    public Uni<@Nullable Membership> membership(String communityId, String accountId) {
        return lookUps.get("/internal/memberships/" + communityId + "/" + accountId, Membership.class);
    }
}
