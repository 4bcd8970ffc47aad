package dev.regulars.identity.directory.community;

import static dev.regulars.identity.IdentityError.COMMUNITY_AWAY;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.eventing.once.Call;
import dev.regulars.identity.accounts.signing.Tokens;
import dev.regulars.internal.InternalClient;
import dev.regulars.internal.ServiceAddresses;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The owner of memberships: asked to make one, and asked about one that we do not know. */
@ApplicationScoped
public class CommunityClient {

    private static final Duration PATIENCE_OF_A_TRADE = Duration.ofMillis(300);
    private static final Duration PATIENCE_OF_A_JOIN = Duration.ofSeconds(2);

    private record Joining(String communityId, String accountId, int accessLevel) {}

    private record Standing(
            String communityId,
            String accountId,
            boolean ended,
            String caller,
            @Nullable String key) {}

    private final Tokens tokens;
    private final InternalClient patient;
    private final InternalClient quick;

    CommunityClient(Vertx vertx, ObjectMapper json, ServiceAddresses addresses, Tokens tokens) {
        this.tokens = tokens;
        this.patient = new InternalClient(vertx, json, addresses.community(), this::token, PATIENCE_OF_A_JOIN);
        this.quick = new InternalClient(vertx, json, addresses.community(), this::token, PATIENCE_OF_A_TRADE);
    }

    /** Once, however often it is asked for. */
    public Uni<Membership> join(String communityId, String accountId, int accessLevel) {
        return patient.post("/internal/memberships", new Joining(communityId, accountId, accessLevel), Membership.class)
                .onItem()
                .ifNull()
                .failWith(() -> COMMUNITY_AWAY.because("no community " + communityId));
    }

    /** Ends a membership or brings it back, for {@code call}; empty for whoever never was a member. */
    public Uni<@Nullable Membership> set(Call call, String accountId, boolean ended) {
        var standing = new Standing(call.communityId(), accountId, ended, call.callerId(), call.key());
        return patient.post("/internal/memberships/standing", standing, Membership.class);
    }

    /** Empty for a stranger to the community. */
    public Uni<@Nullable Membership> membership(String communityId, String accountId) {
        return quick.get("/internal/memberships/" + communityId + "/" + accountId, Membership.class);
    }

    private Uni<String> token() {
        return Uni.createFrom().item(() -> tokens.internal(Map.of("sub", "identity-service", "caller", "service")));
    }
}
