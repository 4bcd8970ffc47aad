package dev.regulars.identity.directory.community;

import static dev.regulars.identity.IdentityError.COMMUNITY_NOT_FOUND;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.eventing.once.Call;
import dev.regulars.identity.accounts.Accounts;
import dev.regulars.internal.InternalClient;
import dev.regulars.internal.ServiceAddresses;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Client of community-service, which owns memberships. */
@ApplicationScoped
public class CommunityClient {

    private static final Duration TIMEOUT_IN_TOKEN_EXCHANGE = Duration.ofMillis(300);
    private static final Duration TIMEOUT_OF_WRITES = Duration.ofSeconds(2);

    private record JoinRequest(String communityId, String accountId, int accessLevel) {}

    private record StandingRequest(
            String communityId,
            String accountId,
            boolean ended,
            String caller,
            @Nullable String key) {}

    private final InternalClient writes;
    private final InternalClient lookUps;

    CommunityClient(Vertx vertx, ObjectMapper json, ServiceAddresses addresses, Accounts accounts) {
        this.writes = new InternalClient(vertx, json, addresses.community(), accounts::serviceToken, TIMEOUT_OF_WRITES);
        this.lookUps = new InternalClient(
                vertx, json, addresses.community(), accounts::serviceToken, TIMEOUT_IN_TOKEN_EXCHANGE);
    }

    /** Joins an account to a community; idempotent. Refused for good where the community does not exist. */
    public Uni<Membership> join(String communityId, String accountId, int accessLevel) {
        return writes.post(
                        "/internal/memberships", new JoinRequest(communityId, accountId, accessLevel), Membership.class)
                .onItem()
                .ifNull()
                .failWith(() -> COMMUNITY_NOT_FOUND.because("no community " + communityId));
    }

    /** Ends or restores a membership on behalf of {@code call}; empty where the account never was a member. */
    public Uni<@Nullable Membership> set(Call call, String accountId, boolean ended) {
        var standing = new StandingRequest(call.communityId(), accountId, ended, call.callerId(), call.key());
        return writes.post("/internal/memberships/standing", standing, Membership.class);
    }

    /** Empty for a stranger to the community. */
    public Uni<@Nullable Membership> membership(String communityId, String accountId) {
        return lookUps.get("/internal/memberships/" + communityId + "/" + accountId, Membership.class);
    }
}
