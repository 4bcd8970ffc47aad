package dev.regulars.identity.accounts.signing;

import dev.regulars.identity.IdentityError;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;

/** Signs and checks the two kinds of token: what people log in with, and what services believe. */
@ApplicationScoped
public class Tokens {

    /** Short enough that a change of the caller needs no recall. */
    public static final Duration INTERNAL_LIFETIME = Duration.ofSeconds(60);

    /** Who is logged in, by which session, until when. */
    public record Login(String accountId, String session, Instant end) {}

    private static final String LOGIN_AUDIENCE = "regulars-api";

    private final SigningKeys keys;
    private final TokenConfig config;

    Tokens(SigningKeys keys, TokenConfig config) {
        this.keys = keys;
        this.config = config;
    }

    /** For people and their clients (contract §0.6). */
    public String login(Map<String, Object> claims) {
        return sign(Jwt.claims(claims).issuer(config.publicUrl()).audience(LOGIN_AUDIENCE), config.accessLifetime());
    }

    /** For services (architecture §5). */
    public String internal(Map<String, Object> claims) {
        return sign(Jwt.claims(claims).issuer("regulars-identity").audience("regulars-internal"), INTERNAL_LIFETIME);
    }

    /** What a login token says; refuses whatever is not one of ours, or over. */
    public Login verifyLogin(String token) {
        try {
            JwtClaims claims = consumer().processToClaims(token);
            return new Login(
                    claims.getSubject(),
                    claims.getStringClaimValue("sid"),
                    Instant.ofEpochSecond(claims.getExpirationTime().getValue()));
        } catch (InvalidJwtException | MalformedClaimException e) {
            throw IdentityError.CREDENTIAL_REFUSED.because(e.getClass().getSimpleName());
        }
    }

    private String sign(JwtClaimsBuilder claims, Duration lifetime) {
        var key = keys.signing();
        Instant now = Instant.now(); // real time, even where days are shifted
        return claims.issuedAt(now)
                .expiresAt(now.plus(lifetime))
                .jws()
                .keyId(key.getKeyId())
                .sign(key.getPrivateKey());
    }

    private JwtConsumer consumer() {
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(
                        keys.accepted().stream().map(key -> (JsonWebKey) key).toList()))
                .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, "RS256")
                .setExpectedIssuer(config.publicUrl())
                .setExpectedAudience(LOGIN_AUDIENCE)
                .setRequireIssuedAt()
                .setRequireExpirationTime()
                .build();
    }
}
