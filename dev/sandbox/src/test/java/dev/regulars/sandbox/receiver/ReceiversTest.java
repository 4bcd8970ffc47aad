package dev.regulars.sandbox.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReceiversTest {

    private static final String AES_KEY = "0123456789abcdef0123456789abcdef";
    private static final byte[] SECRET = "a secret of thirty-two bytes, ok".getBytes(UTF_8);
    private static final String EVENT = "{\"event\":\"user_join_server\",\"data\":{}}";

    private final Receivers receivers = new Receivers();

    @ParameterizedTest
    @EnumSource(names = {"CBC", "GCM"})
    void keepsWhatItCanDecryptHexOrBase64(EncryptionMode mode) throws GeneralSecurityException {
        secrets(mode);
        for (Function<byte[], String> encoding : encodings()) {
            byte[] body = ciphertext(mode, encoding);
            assertThat(receivers
                            .receive("partner", signed(body, Instant.now()), body)
                            .status())
                    .isEqualTo(200);
        }
        assertThat(receivers.deliveries(new DeliveryFilter("user_join_server", "partner", null, 0)))
                .hasSize(2)
                .allSatisfy(delivery -> assertThat(delivery.text()).isEqualTo(EVENT));
    }

    @ParameterizedTest
    @EnumSource(names = {"CBC", "GCM"})
    void rejectsABodyWithOneChangedByte(EncryptionMode mode) throws GeneralSecurityException {
        secrets(mode);
        byte[] body = ciphertext(mode, HexFormat.of()::formatHex);
        var headers = signed(body, Instant.now());
        for (int i = 0; i < body.length; i++) {
            byte[] other = body.clone();
            other[i] ^= 1;
            assertThat(receivers.receive("partner", headers, other).status()).isEqualTo(401);
        }
    }

    @Test
    void rejectsOldRequests() throws GeneralSecurityException {
        secrets(EncryptionMode.GCM);
        byte[] body = ciphertext(EncryptionMode.GCM, HexFormat.of()::formatHex);
        var headers = signed(body, Instant.now().minusSeconds(301));
        assertThat(receivers.receive("partner", headers, body).status()).isEqualTo(401);
    }

    @Test
    void rejectsUnencryptedBodies() throws GeneralSecurityException {
        secrets(EncryptionMode.GCM);
        byte[] body = EVENT.getBytes(UTF_8);
        var headers = signed(body, Instant.now());
        headers.remove("x-encrypted");
        assertThat(receivers.receive("partner", headers, body).status()).isEqualTo(401);
    }

    @Test
    void answersChallengesAndNothingElseBeforeItIsConfigured() {
        byte[] challenge = "{\"type\":\"webhook.challenge\",\"challenge\":\"c\"}".getBytes(UTF_8);
        assertThat(receivers.receive("partner", Map.of(), challenge).body()).isEqualTo("{\"challenge\":\"c\"}");
        assertThat(receivers.receive("partner", Map.of(), EVENT.getBytes(UTF_8)).status())
                .isEqualTo(401);
    }

    private void secrets(EncryptionMode mode) {
        String secret = "whsec_" + Base64.getEncoder().encodeToString(SECRET);
        receivers.configure("partner", new ReceiverSecrets(mode, AES_KEY, secret));
    }

    private static Iterable<Function<byte[], String>> encodings() {
        return List.of(HexFormat.of()::formatHex, Base64.getEncoder()::encodeToString);
    }

    private static byte[] ciphertext(EncryptionMode mode, Function<byte[], String> encoding)
            throws GeneralSecurityException {
        byte[] iv = new byte[mode.ivBytes];
        Cipher cipher = Cipher.getInstance(mode.cipher);
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(AES_KEY.getBytes(UTF_8), "AES"), mode.parameters(iv));
        byte[] all = cipher.doFinal(EVENT.getBytes(UTF_8));
        int end = mode == EncryptionMode.GCM ? all.length - 16 : all.length;
        String tag = mode == EncryptionMode.GCM
                ? ",\"tag\":\"%s\"".formatted(encoding.apply(range(all, end, all.length)))
                : "";
        return "{\"iv\":\"%s\",\"data\":\"%s\"%s}"
                .formatted(encoding.apply(iv), encoding.apply(range(all, 0, end)), tag)
                .getBytes(UTF_8);
    }

    private static byte[] range(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    private static Map<String, String> signed(byte[] body, Instant at) throws GeneralSecurityException {
        String timestamp = "" + at.getEpochSecond();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
        mac.update(("e1:s1." + timestamp + ".").getBytes(UTF_8));
        String signature = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        return new HashMap<>(Map.of(
                "webhook-id",
                "e1:s1",
                "webhook-timestamp",
                timestamp,
                "webhook-signature",
                "v1,other " + signature,
                "x-encrypted",
                "true"));
    }
}
