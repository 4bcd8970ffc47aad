package dev.regulars.identity;

import static dev.regulars.identity.People.PASSWORD;
import static dev.regulars.identity.People.json;
import static dev.regulars.identity.People.member;
import static dev.regulars.identity.People.name;
import static dev.regulars.identity.People.trade;
import static dev.regulars.identity.People.visitor;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.startsWith;

import dev.regulars.identity.People.Visitor;
import dev.regulars.identity.signing.SigningKeys;
import dev.regulars.local.LocalMail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong gets the family's refusal in a moment, and changes nothing. */
@QuarkusTest
class BadInputTest {

    private static final List<String> OPERATIONS = List.of(
            "/system/auth/register email",
            "/system/auth/register username",
            "/system/auth/register password",
            "/system/auth/verify-email email",
            "/system/auth/verify-email code",
            "/system/auth/login email",
            "/system/auth/login password",
            "/application/auth/login email",
            "/application/auth/login code",
            "/application/auth/login refreshToken",
            "/application/auth/refresh refreshToken",
            "/application/auth/forgot-password email",
            "/application/auth/resend-verification email",
            "/application/auth/reset-password token",
            "/application/auth/reset-password password");

    private static final List<String> NO_STRINGS = List.of(
            "{\"$ne\": null}",
            "{\"$gt\": \"\"}",
            "[\"a\"]",
            "5",
            "true",
            "1.5",
            "\"half a \\uD83D character\"",
            "\"other half \\uDE00\"",
            "\"with \\u0000 in it\"");

    private static final long A_MOMENT = 2_000;

    LocalMail mail;

    @Inject
    SigningKeys keys;

    @Inject
    Stored stored;

    static Stream<Arguments> operations() {
        return OPERATIONS.stream().map(one -> Arguments.of((Object[]) one.split(" ")));
    }

    static Stream<Arguments> wrongTypes() {
        return operations()
                .flatMap(one -> NO_STRINGS.stream().map(value -> Arguments.of(one.get()[0], one.get()[1], value)));
    }

    @ParameterizedTest
    @MethodSource("wrongTypes")
    void whatIsNoStringIsRefusedByName(String path, String field, String value) {
        refused(path, "{\"" + field + "\":" + value + "}", field + " must be a string");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void whatIsSaidTwiceOrNotKnownIsRefused(String path, String field) {
        refused(path, "{\"" + field + "\":\"a\",\"" + field + "\":\"b\"}", "Invalid request body");
        refused(path, "{\"$where\":\"sleep(1000)\"}", "$where must be left out: it is not known here");
        refused(path, "{\"" + field + "\":\"a\"", "Invalid request body");
        refused(path, "{\"" + field + "\":" + "9".repeat(100_000) + "}", null);
        refused(path, "[".repeat(100_000), null);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aMebibyteIsRefusedInAMoment(String path, String field) {
        RestAssured.given()
                .contentType("application/json")
                .body("{\"" + field + "\":\"" + "a".repeat(1 << 20) + "\"}")
                .post(path)
                .then()
                .statusCode(equalTo(path.endsWith("/refresh") ? 401 : 400))
                .time(lessThan(A_MOMENT));
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        byte[] body = "{\"email\":\"\u00FF\u00FE\"}".getBytes(StandardCharsets.ISO_8859_1);

        RestAssured.given()
                .contentType("application/json")
                .body(body)
                .post("/system/auth/verify-email")
                .then()
                .statusCode(400)
                .body("meta.message", equalTo("Invalid request body"));
    }

    @Test
    void aRefusedRegistrationLeavesNothing() {
        String name = name();

        json().body(People.form(name).entrySet().stream()
                        .collect(
                                Document::new,
                                (all, one) -> all.append(
                                        one.getKey(), one.getKey().equals("lastname") ? " " : one.getValue()),
                                Document::putAll)
                        .toJson())
                .post("/system/auth/register")
                .then()
                .statusCode(400)
                .body("meta.message", startsWith("lastname "));

        assertThat(stored.account(name)).isNull();
    }

    @Test
    void onlyWhatWeSignedForTheRightReaderAndForNowLogsIn() throws JoseException {
        Visitor ana = visitor(member(mail));
        Key own = keys.newest().getPrivateKey();
        byte[] published = keys.newest().getPublicKey().getEncoded();

        assertThat(trade(signed(claims(ana), own, "RS256"))).isEqualTo(200);
        assertThat(trade(signed(claims(ana), null, AlgorithmIdentifiers.NONE))).isEqualTo(401);
        assertThat(trade(signed(claims(ana), new HmacKey(published), "HS256"))).isEqualTo(401);
        assertThat(trade(signed(claims(ana), new HmacKey(pem(published)), "HS256")))
                .isEqualTo(401);
        assertThat(trade(signed(claims(ana), own, "RS512"))).isEqualTo(401);
        JwtClaims wrong = claims(ana);
        wrong.setAudience("regulars-internal");
        assertThat(trade(signed(wrong, own, "RS256"))).isEqualTo(401);
        wrong = claims(ana);
        wrong.setIssuer("regulars-identity");
        assertThat(trade(signed(wrong, own, "RS256"))).isEqualTo(401);
        wrong = claims(ana);
        wrong.setNotBeforeMinutesInThePast(-5);
        assertThat(trade(signed(wrong, own, "RS256"))).isEqualTo(401);
        wrong = claims(ana);
        wrong.setExpirationTimeMinutesInTheFuture(-5);
        assertThat(trade(signed(wrong, own, "RS256"))).isEqualTo(401);
        wrong = claims(ana);
        wrong.unsetClaim("exp");
        assertThat(trade(signed(wrong, own, "RS256"))).isEqualTo(401);
        wrong = claims(ana);
        wrong.unsetClaim("sid");
        assertThat(trade(signed(wrong, own, "RS256"))).isEqualTo(401);
        wrong = claims(ana);
        wrong.setSubject(visitor(member(mail)).account());
        assertThat(trade(signed(wrong, own, "RS256"))).isEqualTo(401);
    }

    @Test
    void aTokenThatWasTouchedIsRefused() {
        Visitor ana = visitor(member(mail));
        String[] parts = ana.token().split("\\.");
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
        String touched = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(payload.replace(ana.account(), "f".repeat(24)).getBytes(UTF_8));

        assertThat(trade(parts[0] + "." + touched + "." + parts[2])).isEqualTo(401);
        assertThat(trade(parts[0] + "." + parts[1] + ".")).isEqualTo(401);
    }

    @Test
    void aPasswordIsNoCodeAndACodeNoPassword() {
        String name = member(mail);

        People.verify(name, PASSWORD)
                .then()
                .statusCode(400)
                .body("meta.message", equalTo("code is invalid or expired"));
        People.login(name, "123456").then().statusCode(401).body("meta.message", equalTo("Invalid email or password"));
    }

    private static void refused(String path, String body, String message) {
        boolean system = path.startsWith("/system");
        var answer = json().body(body).post(path).then().statusCode(400).time(lessThan(A_MOMENT));
        if (message == null) {
            return;
        }
        if (system) {
            answer.body("meta.message", equalTo(message));
        } else {
            answer.body("message", equalTo("Bad Request")).body("meta.errors[0].message", equalTo(message));
        }
    }

    private static JwtClaims claims(Visitor of) {
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
        jws.setKeyIdHeaderValue(keys.newest().getKeyId());
        jws.setAlgorithmConstraints(org.jose4j.jwa.AlgorithmConstraints.NO_CONSTRAINTS);
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
