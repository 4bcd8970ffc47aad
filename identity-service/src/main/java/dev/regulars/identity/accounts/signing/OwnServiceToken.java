package dev.regulars.identity.accounts.signing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The internal token of identity-service itself. It is kept while it lasts: a signature takes milliseconds, and who verified a token
 * before does not verify it again.
 */
@ApplicationScoped
public class OwnServiceToken {

    private static final Duration RENEWED_BEFORE = Duration.ofSeconds(20);

    private record Signed(String token, Instant renewAt) {}

    private final Tokens tokens;
    private volatile @Nullable Signed current;

    OwnServiceToken(Tokens tokens) {
        this.tokens = tokens;
    }

    public String get() {
        Signed known = current;
        Instant now = Instant.now(); // real time, as in tokens
        if (known != null && now.isBefore(known.renewAt())) {
            return known.token();
        }
        String token = tokens.internal(Map.of("sub", "identity-service", "caller", "service"));
        current = new Signed(token, now.plus(Tokens.INTERNAL_LIFETIME).minus(RENEWED_BEFORE));
        return token;
    }
}
