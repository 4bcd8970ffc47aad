package dev.regulars.webhook.subscription;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWEObjectJSON;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.regulars.testkit.KafkaRecords;
import dev.regulars.webhook.PartnerEndpoint;
import dev.regulars.webhook.PartnerEndpoint.Message;
import dev.regulars.webhook.TestCommunity;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** JWE and asymmetric signatures, read by independent libraries. */
@QuarkusTest
class SignatureFormatTest {
    KafkaRecords records;
    TestCommunity community;
    final PartnerEndpoint partner = new PartnerEndpoint();

    @BeforeEach
    void setUp() {
        community = new TestCommunity(records);
    }

    @AfterEach
    void tearDown() {
        partner.close();
    }

    @Test
    void independentLibraryDecryptsJwe() throws Exception {
        var ec = new ECKeyGenerator(Curve.P_256).generate();
        var rsa = new RSAKeyGenerator(2048).generate();
        var direct = subscribeJwe(null, null);
        subscribeJwe("ECDH-ES", ec.toPublicJWK());
        subscribeJwe("RSA-OAEP-256", rsa.toPublicJWK());

        community.join();

        for (Message message : awaitMessages(3)) {
            JWEObject jwe = compact(message.text());
            assertThat(jwe.getHeader().getEncryptionMethod()).isEqualTo(EncryptionMethod.A256GCM);
            assertThat(jwe.getHeader().getKeyID()).isEqualTo(message.headers().getFirst("x-encryption-key-id"));
            if (jwe.getHeader().getAlgorithm().equals(JWEAlgorithm.DIR)) {
                jwe.decrypt(new DirectDecrypter(direct.getBytes(StandardCharsets.US_ASCII)));
            } else if (jwe.getHeader().getAlgorithm().equals(JWEAlgorithm.ECDH_ES)) {
                jwe.decrypt(new ECDHDecrypter(ec));
            } else {
                jwe.decrypt(new RSADecrypter(rsa));
            }
            assertThat(jwe.getPayload().toString()).contains("\"user_join_server\"");
        }
    }

    private String subscribeJwe(String alg, JWK publicKey) {
        var encryption = new JsonObject().put("mode", "JWE");
        if (alg != null) {
            encryption.put("alg", alg).put("publicKey", new JsonObject(publicKey.toJSONObject()));
        }
        return community
                .subscribe(TestCommunity.webhook(partner.url()).put("encryption", encryption))
                .getString("aesKey");
    }

    private static JWEObject compact(String flattened) throws Exception {
        var json = new JsonObject(flattened);
        assertThat(JWEObjectJSON.parse(flattened).getState()).isNotNull();
        return JWEObject.parse(String.join(
                ".",
                json.getString("protected"),
                json.getString("encrypted_key", ""),
                json.getString("iv"),
                json.getString("ciphertext"),
                json.getString("tag")));
    }

    @Test
    void publishedKeysVerifyAsymmetricSignatures() throws Exception {
        community.subscribe(TestCommunity.webhook(partner.url())
                .put("signatures", new JsonArray().add("v1a").add("rfc9421")));
        community.join();
        var message = awaitMessages(1).getFirst();
        var jwk = JWKSet.parse(RestAssured.get("/application/webhooks/jwks").asString())
                .getKeys()
                .getFirst()
                .toOctetKeyPair();
        String v1a = List.of(message.signature().split(" ")).stream()
                .filter(one -> one.startsWith("v1a,"))
                .findFirst()
                .orElseThrow();
        String head = message.id() + "." + message.timestamp() + ".";
        assertThat(verifies(jwk.getDecodedX(), head + message.text(), v1a.substring(4)))
                .isTrue();

        String input = message.headers().getFirst("Signature-Input");
        String base = "\"@method\": POST\n\"@target-uri\": " + partner.url() + "\n\"content-digest\": "
                + message.headers().getFirst("Content-Digest") + "\n\"webhook-id\": " + message.id()
                + "\n\"webhook-timestamp\": " + message.timestamp() + "\n\"@signature-params\": "
                + input.substring("sig1=".length());
        var signature = Pattern.compile("sig1=:(.*):").matcher(message.headers().getFirst("Signature"));
        assertThat(signature.matches()).isTrue();
        assertThat(verifies(jwk.getDecodedX(), base, signature.group(1))).isTrue();
        assertThat(input).contains("keyid=\"" + jwk.getKeyID() + "\"");
    }

    private static boolean verifies(byte[] x, String text, String base64) throws Exception {
        byte[] prefix = HexFormat.of().parseHex("302a300506032b6570032100");
        byte[] spki = new byte[prefix.length + x.length];
        System.arraycopy(prefix, 0, spki, 0, prefix.length);
        System.arraycopy(x, 0, spki, prefix.length, x.length);
        var verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki)));
        verifier.update(text.getBytes(StandardCharsets.UTF_8));
        return verifier.verify(Base64.getDecoder().decode(base64));
    }

    @Test
    void unfitKeysAreRefused() {
        for (String encryption : List.of(
                "{\"mode\": \"JWE\", \"alg\": \"ECDH-ES\"}",
                "{\"mode\": \"JWE\", \"alg\": \"RSA-OAEP-256\", \"publicKey\": {\"kty\": \"oct\", \"k\": \"AA\"}}",
                "{\"mode\": \"GCM\", \"alg\": \"ECDH-ES\"}",
                "{\"mode\": \"JWE\", \"publicKey\": {\"kty\": \"EC\"}}")) {
            community
                    .key()
                    .body(TestCommunity.webhook(partner.url())
                            .put("encryption", new JsonObject(encryption))
                            .encode())
                    .post("/application/webhooks")
                    .then()
                    .statusCode(400);
        }
        var webhook = community.create(TestCommunity.webhook(partner.url()));
        community
                .key()
                .post("/application/webhooks/{id}/rotate-key", webhook.getString("data._id"))
                .then()
                .statusCode(409)
                .body("meta.code", equalTo("not_encrypted"));
    }

    private List<Message> awaitMessages(int count) {
        await().atMost(ofSeconds(15)).until(() -> partner.messages.size() >= count);
        return partner.messages;
    }
}
