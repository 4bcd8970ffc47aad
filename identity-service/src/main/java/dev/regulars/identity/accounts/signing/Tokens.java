package dev.regulars.identity.accounts.signing;

import dev.regulars.identity.IdentityError;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jspecify.annotations.Nullable;

/** Signs and checks the two kinds of token: what people log in with, and what services believe. */
@ApplicationScoped
public class Tokens {

    /** Short enough that a change of the caller needs no recall. */
    public static final Duration INTERNAL_LIFETIME = Duration.ofSeconds(60);

    /** Who is logged in, by which session, until when. */
    public record Login(String accountId, String session, Instant end) {}

    /** Who reads a token that leaves the installation: each token has one. */
    public enum Audience {
        API("regulars-api"),
        WIDGET("regulars-widget"),
        LOGIN_URL("regulars-login-url");

        private final String claim;

        Audience(String claim) {
            this.claim = claim;
        }
    }

    /** What a token says that was signed here, for this audience, and is not over. */
    public record VerifiedToken(Map<String, Object> claims, Instant end) {

        public @Nullable String text(String claim) {
            return claims.get(claim) instanceof String text ? text : null;
        }

        public List<String> texts(String claim) {
            return claims.get(claim) instanceof List<?> all
                    ? all.stream().map(String::valueOf).toList()
                    : List.of();
        }
    }

    private static final JwtConsumer UNVERIFIED = new JwtConsumerBuilder()
            .setSkipSignatureVerification()
            .setSkipAllValidators()
            .setDisableRequireSignature()
            .build();

    private final SigningKeys keys;
    private final TokenConfig config;

    Tokens(SigningKeys keys, TokenConfig config) {
        this.keys = keys;
        this.config = config;
    }

    /** For people and their clients (contract §0.6). */
    public String login(Map<String, Object> claims) {
        return signed(Audience.API, claims, config.accessLifetime());
    }

    /** For whoever the audience is. */
    public String signed(Audience audience, Map<String, Object> claims, Duration lifetime) {
        return sign(Jwt.claims(claims).issuer(config.publicUrl()).audience(audience.claim), lifetime);
    }

    /** For services (architecture §5). */
    public String internal(Map<String, Object> claims) {
        return sign(Jwt.claims(claims).issuer("regulars-identity").audience("regulars-internal"), INTERNAL_LIFETIME);
    }

    /** What a login token says; refuses whatever is not one of ours, or over. */
    public Login verifyLogin(String token) {
        VerifiedToken verified = verified(Audience.API, token);
        String account = verified.text("sub");
        String session = verified.text("sid");
        if (account == null || session == null) {
            throw IdentityError.CREDENTIAL_REFUSED.because("a login token without account or session");
        }
        return new Login(account, session, verified.end());
    }

    /** Refuses whatever was not signed here for this audience, or is over. */
    public VerifiedToken verified(Audience audience, String token) {
        try {
            JwtClaims claims = consumer(audience).processToClaims(token);
            return new VerifiedToken(
                    claims.getClaimsMap(),
                    Instant.ofEpochSecond(claims.getExpirationTime().getValue()));
        } catch (InvalidJwtException | MalformedClaimException e) {
            throw IdentityError.CREDENTIAL_REFUSED.because(e.getClass().getSimpleName());
        }
    }

    /** Whether a token says that it is for this audience; proves nothing. */
    public boolean claims(Audience audience, String token) {
        try {
            return UNVERIFIED.processToClaims(token).getAudience().contains(audience.claim);
        } catch (InvalidJwtException | MalformedClaimException e) {
            return false;
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

    private JwtConsumer consumer(Audience audience) {
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(
                        keys.accepted().stream().map(key -> (JsonWebKey) key).toList()))
                .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, "RS256")
                .setExpectedIssuer(config.publicUrl())
                .setExpectedAudience(audience.claim)
                .setRequireIssuedAt()
                .setRequireExpirationTime()
                .build();
    }
}
