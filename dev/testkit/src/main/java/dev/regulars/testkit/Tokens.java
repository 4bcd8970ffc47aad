package dev.regulars.testkit;

import static io.restassured.RestAssured.given;

import dev.regulars.testkit.document.DocumentedResponses;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.codehaus.groovy.runtime.FormatHelper;

/** Requests as somebody, with the internal token that the gateway would have brought; every answer is held against the document. */
public final class Tokens {

    /** A throw-away pair: one half for the service, the other in the settings for whoever signs in the same JVM. */
    static final Map<String, String> KEYS = keys();

    private static final Map<Map<String, Object>, SignedToken> SIGNED = new ConcurrentHashMap<>();

    static {
        // its initialiser waits for the common pool; begun in a thread of that pool, as some tests' calls are, it would
        // wait for ever
        FormatHelper.toString("");
    }

    private Tokens() {}

    /** A person with a login token, in no community. */
    public static RequestSpecification user(String accountId) {
        return with(claims(accountId, "user").claim("account", accountId).claim("level", "application"));
    }

    /** A person with the login token of one session. */
    public static RequestSpecification session(String accountId, String sessionId) {
        return with(claims(accountId, "user")
                .claim("account", accountId)
                .claim("credential", sessionId)
                .claim("level", "application"));
    }

    /** A person who is {@code level} (member, admin, owner) of a community. */
    public static RequestSpecification user(String accountId, String communityId, String level) {
        return with(claims(accountId, "user")
                .claim("account", accountId)
                .claim("community", communityId)
                .claim("level", level));
    }

    /** A person with a session that is good in one community only. */
    public static RequestSpecification communitySession(String accountId, String communityId) {
        return with(claims(accountId, "sso")
                .claim("account", accountId)
                .claim("community", communityId)
                .claim("level", "member"));
    }

    /** A member of a community whose roles grant these permissions. */
    public static RequestSpecification member(String accountId, String communityId, String... permissions) {
        return with(claims(accountId, "user")
                .claim("account", accountId)
                .claim("community", communityId)
                .claim("level", "member")
                .claim("permissions", List.of(permissions)));
    }

    /** The person who answers for the installation. */
    public static RequestSpecification installationAdmin(String accountId) {
        return with(claims(accountId, "user")
                .claim("account", accountId)
                .claim("level", "application")
                .claim("installationAdmin", true));
    }

    /** A community key. */
    public static RequestSpecification key(String communityId, String... permissions) {
        return with(claims("key-of-" + communityId, "key")
                .claim("account", "0".repeat(24))
                .claim("community", communityId)
                .claim("permissions", List.of(permissions)));
    }

    /** One certain key of a community, whatever it may do. */
    public static RequestSpecification callingKey(String communityId, String keyId) {
        return with(claims(keyId, "key")
                .claim("credential", keyId)
                .claim("account", "0".repeat(24))
                .claim("community", communityId)
                .claim("permissions", List.of()));
    }

    /** A key of a member that acts as its owner in one community. */
    public static RequestSpecification userKey(String accountId, String communityId, String... permissions) {
        return with(userKeyClaims(accountId, communityId, permissions));
    }

    /** The same for a key that can be used in these channels only. */
    public static RequestSpecification userKeyIn(
            List<String> channels, String accountId, String communityId, String... permissions) {
        return with(userKeyClaims(accountId, communityId, permissions).claim("channels", channels));
    }

    private static Claims userKeyClaims(String accountId, String communityId, String... permissions) {
        return claims("user-key-of-" + accountId, "userKey")
                .claim("credential", "user-key-of-" + accountId)
                .claim("account", accountId)
                .claim("community", communityId)
                .claim("level", "member")
                .claim("permissions", List.of(permissions));
    }

    /** A system key, made by an account. */
    public static RequestSpecification systemKey(String communityId, String accountId) {
        return with(claims("system-key", "system").claim("account", accountId).claim("community", communityId));
    }

    /** Another service of the suite. */
    public static RequestSpecification service(String name) {
        return with(claims(name, "service"));
    }

    private static Claims claims(String subject, String caller) {
        return new Claims(new HashMap<>()).claim("sub", subject).claim("caller", caller);
    }

    private static RequestSpecification with(Claims claims) {
        return given().filter(new DocumentedResponses())
                .auth()
                .oauth2(token(claims.all()))
                .contentType(ContentType.JSON);
    }

    /** As the gateway does, the same caller brings the same token for a while: without the better compiler a signature takes 10 ms. */
    private static String token(Map<String, Object> claims) {
        SignedToken known = SIGNED.get(claims);
        if (known == null || known.isOld()) {
            known = SignedToken.of(claims);
            SIGNED.put(claims, known);
        }
        return known.token();
    }

    private record Claims(Map<String, Object> all) {

        Claims claim(String name, Object value) {
            all.put(name, value);
            return this;
        }
    }

    private record SignedToken(String token, Instant at) {

        static SignedToken of(Map<String, Object> claims) {
            String token = Jwt.claims(claims)
                    .issuer("regulars-identity")
                    .audience("regulars-internal")
                    .claim("userId", "7")
                    .expiresIn(300)
                    .sign();
            return new SignedToken(token, Instant.now());
        }

        boolean isOld() {
            return at.isBefore(Instant.now().minusSeconds(60));
        }
    }

    private static Map<String, String> keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var pair = generator.generateKeyPair();
            return Map.of(
                    "mp.jwt.verify.publickey", pem("PUBLIC", pair.getPublic().getEncoded()),
                    "smallrye.jwt.sign.key", pem("PRIVATE", pair.getPrivate().getEncoded()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String kind, byte[] key) {
        String text = Base64.getEncoder().encodeToString(key);
        return "-----BEGIN " + kind + " KEY-----\n" + text + "\n-----END " + kind + " KEY-----";
    }
}
