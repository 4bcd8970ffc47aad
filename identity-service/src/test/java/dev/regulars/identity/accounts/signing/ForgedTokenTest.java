package dev.regulars.identity.accounts.signing;

import static dev.regulars.identity.TestAccounts.exchange;
import static dev.regulars.identity.TestAccounts.member;
import static dev.regulars.identity.TestAccounts.visitor;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.identity.TestAccounts.LoggedInUser;
import dev.regulars.local.LocalMail;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.Key;
import java.time.Instant;
import java.util.Base64;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ForgedTokenTest {

    LocalMail mail;

    @Inject
    SigningKeys keys;

    @Test
    void onlyOurSignatureWithTheRightAudienceAndLifetimeIsAccepted() throws JoseException {
        LoggedInUser ana = visitor(member(mail));
        Key own = keys.signing().getPrivateKey();
        byte[] published = keys.signing().getPublicKey().getEncoded();

        assertThat(exchange(signed(claims(ana), own, "RS256"))).isEqualTo(200);
        assertThat(exchange(signed(claims(ana), null, AlgorithmIdentifiers.NONE)))
                .isEqualTo(401);
        assertThat(exchange(signed(claims(ana), new HmacKey(published), "HS256")))
                .isEqualTo(401);
        assertThat(exchange(signed(claims(ana), new HmacKey(pem(published)), "HS256")))
                .isEqualTo(401);
        assertThat(exchange(signed(claims(ana), own, "RS512"))).isEqualTo(401);
        JwtClaims wrong = claims(ana);
        wrong.setAudience("regulars-internal");
        assertThat(exchange(signed(wrong, own, "RS256"))).isEqualTo(401);
        wrong = claims(ana);
        wrong.setIssuer("regulars-identity");
        assertThat(exchange(signed(wrong, own, "RS256"))).isEqualTo(401);
        wrong = claims(ana);
        wrong.setNotBeforeMinutesInThePast(-5);
        assertThat(exchange(signed(wrong, own, "RS256"))).isEqualTo(401);
        wrong = claims(ana);
        wrong.setExpirationTimeMinutesInTheFuture(-5);
        assertThat(exchange(signed(wrong, own, "RS256"))).isEqualTo(401);
        wrong = claims(ana);
        wrong.unsetClaim("exp");
        assertThat(exchange(signed(wrong, own, "RS256"))).isEqualTo(401);
        wrong = claims(ana);
        wrong.unsetClaim("sid");
        assertThat(exchange(signed(wrong, own, "RS256"))).isEqualTo(401);
        wrong = claims(ana);
        wrong.setSubject(visitor(member(mail)).account());
        assertThat(exchange(signed(wrong, own, "RS256"))).isEqualTo(401);
    }

    @Test
    void tamperedTokenIsRefused() {
        LoggedInUser ana = visitor(member(mail));
        String[] parts = ana.token().split("\\.");
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
        String touched = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(payload.replace(ana.account(), "f".repeat(24)).getBytes(UTF_8));

        assertThat(exchange(parts[0] + "." + touched + "." + parts[2])).isEqualTo(401);
        assertThat(exchange(parts[0] + "." + parts[1] + ".")).isEqualTo(401);
    }

    private static JwtClaims claims(LoggedInUser of) {
        var claims = new JwtClaims();
        claims.setIssuer("http://localhost:8080");
        claims.setAudience("regulars-api");
        claims.setSubject(of.account());
        claims.setStringClaim("sid", of.session());
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(5);
        claims.setClaim("iat", Instant.now().getEpochSecond());
        return claims;
    }

    private String signed(JwtClaims claims, Key key, String algorithm) throws JoseException {
        var jws = new JsonWebSignature();
        jws.setPayload(claims.toJson());
        jws.setKey(key);
        jws.setKeyIdHeaderValue(keys.signing().getKeyId());
        jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        jws.setAlgorithmHeaderValue(algorithm);
        jws.setDoKeyValidation(false);
        return jws.getCompactSerialization();
    }

    private static byte[] pem(byte[] key) {
        return ("-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)
                        + "\n-----END PUBLIC KEY-----\n")
                .getBytes(UTF_8);
    }
}
