package dev.regulars.webhook.encryption;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.regulars.webhook.PartnerCrypto;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyEncryptorTest {

    static final String KEY = "0123456789abcdef0123456789ABCDEF";
    static final byte[] BODY = "{\"event\":\"user_join_server\",\"name\":\"Zoë\"}".getBytes(UTF_8);

    @ParameterizedTest
    @CsvSource({"GCM,HEX", "GCM,BASE64", "CBC,HEX", "CBC,BASE64"})
    void ciphertextDecryptsWithItsKeyAndNeverRepeats(EncryptionMode mode, Encoding encoding) {
        var encryptor = encryptor(mode, encoding);

        String first = new String(encryptor.encrypt(BODY), UTF_8);
        String second = new String(encryptor.encrypt(BODY), UTF_8);

        assertThat(PartnerCrypto.decrypt(first, mode.wire(), encoding.wire(), KEY))
                .isEqualTo(BODY);
        assertThat(new JsonObject(first).getString("iv")).isNotEqualTo(new JsonObject(second).getString("iv"));
        assertThat(encryptor.headers()).isEqualTo(Map.of("x-encrypted", "true", "x-encryption-key-id", "k1"));
    }

    @Test
    void membersAndLengthsFollowTheContract() {
        var gcm = new JsonObject(
                new String(encryptor(EncryptionMode.GCM, Encoding.HEX).encrypt(BODY), UTF_8));
        var cbc = new JsonObject(
                new String(encryptor(EncryptionMode.CBC, Encoding.HEX).encrypt(BODY), UTF_8));

        assertThat(gcm.fieldNames()).containsExactly("iv", "data", "tag");
        assertThat(gcm.getString("iv")).hasSize(24);
        assertThat(gcm.getString("tag")).hasSize(32);
        assertThat(cbc.fieldNames()).containsExactly("iv", "data");
        assertThat(cbc.getString("iv")).hasSize(32);
    }

    @Test
    void tamperingIsDetected() {
        String encrypted =
                new String(encryptor(EncryptionMode.GCM, Encoding.HEX).encrypt(BODY), UTF_8);
        char last = encrypted.charAt(encrypted.length() - 3);
        String tampered = encrypted.substring(0, encrypted.length() - 3) + (last == '0' ? '1' : '0') + "\"}";

        assertThatThrownBy(() -> PartnerCrypto.decrypt(tampered, "GCM", "hex", KEY))
                .hasMessageContaining("Tag mismatch");
    }

    @Test
    void modeNoneLeavesTheBodyAsItIs() {
        var open = encryptor(EncryptionMode.NONE, Encoding.HEX);

        assertThat(open.encrypt(BODY)).isEqualTo(BODY);
        assertThat(open.headers()).isEmpty();
    }

    private static BodyEncryptor encryptor(EncryptionMode mode, Encoding encoding) {
        return BodyEncryptor.of(mode, encoding, KeyAlgorithm.DIR, BodyEncryptor.aes(KEY), "k1");
    }
}
