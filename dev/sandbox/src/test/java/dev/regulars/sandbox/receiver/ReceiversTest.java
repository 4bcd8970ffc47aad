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
    void keepsWhatItCouldOpenHexOrBase64(Mode mode) throws GeneralSecurityException {
        trust(mode);
        for (Function<byte[], String> encoding : encodings()) {
            byte[] body = sealed(mode, encoding);
            assertThat(receivers
                            .take("partner", signed(body, Instant.now()), body)
                            .status())
                    .isEqualTo(200);
        }
        assertThat(receivers.deliveries(new Wanted("user_join_server", "partner", null, 0)))
                .hasSize(2)
                .allSatisfy(delivery -> assertThat(delivery.text()).isEqualTo(EVENT));
    }

    @ParameterizedTest
    @EnumSource(names = {"CBC", "GCM"})
    void refusesABodyInWhichOneByteIsAnother(Mode mode) throws GeneralSecurityException {
        trust(mode);
        byte[] body = sealed(mode, HexFormat.of()::formatHex);
        var headers = signed(body, Instant.now());
        for (int i = 0; i < body.length; i++) {
            byte[] other = body.clone();
            other[i] ^= 1;
            assertThat(receivers.take("partner", headers, other).status()).isEqualTo(401);
        }
    }

    @Test
    void refusesWhatIsOld() throws GeneralSecurityException {
        trust(Mode.GCM);
        byte[] body = sealed(Mode.GCM, HexFormat.of()::formatHex);
        var headers = signed(body, Instant.now().minusSeconds(301));
        assertThat(receivers.take("partner", headers, body).status()).isEqualTo(401);
    }

    @Test
    void refusesWhatShouldHaveBeenEncrypted() throws GeneralSecurityException {
        trust(Mode.GCM);
        byte[] body = EVENT.getBytes(UTF_8);
        var headers = signed(body, Instant.now());
        headers.remove("x-encrypted");
        assertThat(receivers.take("partner", headers, body).status()).isEqualTo(401);
    }

    @Test
    void answersChallengesAndNothingElseBeforeItIsConfigured() {
        byte[] challenge = "{\"type\":\"webhook.challenge\",\"challenge\":\"c\"}".getBytes(UTF_8);
        assertThat(receivers.take("partner", Map.of(), challenge).body()).isEqualTo("{\"challenge\":\"c\"}");
        assertThat(receivers.take("partner", Map.of(), EVENT.getBytes(UTF_8)).status())
                .isEqualTo(401);
    }

    private void trust(Mode mode) {
        String secret = "whsec_" + Base64.getEncoder().encodeToString(SECRET);
        receivers.configure("partner", new Trust(mode, AES_KEY, secret));
    }

    private static Iterable<Function<byte[], String>> encodings() {
        return List.of(HexFormat.of()::formatHex, Base64.getEncoder()::encodeToString);
    }

    private static byte[] sealed(Mode mode, Function<byte[], String> encoding) throws GeneralSecurityException {
        byte[] iv = new byte[mode.ivBytes];
        Cipher cipher = Cipher.getInstance(mode.cipher);
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(AES_KEY.getBytes(UTF_8), "AES"), mode.parameters(iv));
        byte[] all = cipher.doFinal(EVENT.getBytes(UTF_8));
        int end = mode == Mode.GCM ? all.length - 16 : all.length;
        String tag = mode == Mode.GCM ? ",\"tag\":\"%s\"".formatted(encoding.apply(range(all, end, all.length))) : "";
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
