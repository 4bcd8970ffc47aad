package dev.regulars.web.caller.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.smallrye.jwt.runtime.auth.MpJwtValidator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * The gateway brings the same token with all calls of a caller: who that is, and by whom it is signed, is found out once, and
 * that it has not ended each time. Kept for a minute, which is as long as such a token lives.
 */
@ApplicationScoped
class VerifiedTokenCache implements IdentityProvider<TokenAuthenticationRequest> {

    /** Whatever day the service is told that it is. */
    private static final Clock REAL_TIME = Clock.systemUTC();

    private static final int AT_MOST = 10_000;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final MpJwtValidator validator;
    private final Cache<String, SecurityIdentity> known = Caffeine.newBuilder()
            .maximumSize(AT_MOST)
            .expireAfterWrite(LONGEST)
            .executor(Runnable::run) // upkeep takes less than to wake another thread for it
            .build();

    VerifiedTokenCache(MpJwtValidator validator) {
        this.validator = validator;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    /** Before the validator, who would find out everything anew. */
    @Override
    public int priority() {
        return validator.priority() + 1;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        String token = request.getToken().getToken();
        @Nullable SecurityIdentity caller = known.getIfPresent(token);
        return caller != null && !isOver(caller)
                ? Uni.createFrom().item(caller)
                : validator.authenticate(request, context).invoke(checked -> known.put(token, checked));
    }

    private boolean isOver(SecurityIdentity caller) {
        return REAL_TIME.instant().getEpochSecond() >= ((JsonWebToken) caller.getPrincipal()).getExpirationTime();
    }
}
