package dev.regulars.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

class SecretsTest {

    private final MasterKey master = new MasterKey(key(0), Optional.empty());

    @Test
    void aMaskedKeyShowsItsEnds() {
        String key = Secrets.key();

        assertThat(key).matches("[0-9a-f]{64}");
        assertThat(Secrets.masked(key)).isEqualTo(key.substring(0, 4) + "*".repeat(56) + key.substring(60));
    }

    @Test
    void codesKeepTheirLeadingZeros() {
        for (int i = 0; i < 200; i++) {
            assertThat(Secrets.digits(6)).matches("\\d{6}");
        }
    }

    @Test
    void whatIsEncryptedCanBeReadByTheSameKeyOnly() {
        String encrypted = master.encrypt("secret");

        assertThat(master.decrypt(encrypted)).isEqualTo("secret");
        assertThat(master.encrypt("secret")).isNotEqualTo(encrypted);
        assertThatThrownBy(() -> new MasterKey(key(1), Optional.empty()).decrypt(encrypted))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("REGULARS_MASTER_KEY");
    }

    @Test
    void aKeyOfAnotherLengthIsRefusedAtTheStart() {
        assertThatThrownBy(() -> new MasterKey("c2hvcnQ=", Optional.empty())).hasMessageContaining("must be 32 bytes");
    }

    @Test
    void oneKeyFollowsAnotherAndBothAreReadUntilAllIsRenewed() {
        String old = master.encrypt("secret");
        var both = new MasterKey(key(1), Optional.of(List.of(key(0))));
        var next = new MasterKey(key(1), Optional.empty());

        assertThat(both.decrypt(old)).isEqualTo("secret");
        String renewed = both.renewed(old);

        assertThat(renewed).startsWith(next.mark()).isEqualTo(both.renewed(renewed));
        assertThat(old).doesNotStartWith(next.mark());
        assertThat(next.decrypt(renewed)).isEqualTo("secret");
        assertThatThrownBy(() -> next.decrypt(old)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aKeyThatCanBeGuessedIsRefusedAtTheStart() {
        byte[] counted = new byte[32];
        for (int i = 0; i < counted.length; i++) {
            counted[i] = (byte) i;
        }
        byte[] almostZero = new byte[32];
        almostZero[5] = 77;
        for (byte[] weak : List.of(
                new byte[32],
                "a".repeat(32).getBytes(UTF_8),
                "0123456789abcdef".repeat(2).getBytes(UTF_8),
                almostZero,
                counted)) {
            String base64 = Base64.getEncoder().encodeToString(weak);
            assertThatThrownBy(() -> new MasterKey(base64, Optional.empty())).hasMessageContaining("can be guessed");
            assertThatThrownBy(() -> new MasterKey(key(0), Optional.of(List.of(base64))))
                    .hasMessageContaining("REGULARS_FURTHER_MASTER_KEYS can be guessed");
        }
        for (int i = 0; i < 1_000; i++) {
            assertThat(WeakKey.is(Secrets.bytes(32))).isFalse();
        }
    }

    /** Test case 3 of RFC 5869, whose output begins with the first block. */
    @Test
    void keysAreDerivedAsTheRfcSays() {
        byte[] key = HexFormat.of().parseHex("0b".repeat(22));

        assertThat(HexFormat.of().formatHex(Hkdf.derive(key, "")))
                .isEqualTo("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d");
    }

    @Test
    void textsThatTheMasterKeyItselfEncryptedAreReadAndRenewed() throws JoseException {
        var jwe = new JsonWebEncryption();
        jwe.setKey(new SecretKeySpec(Base64.getDecoder().decode(key(0)), "AES"));
        jwe.setAlgorithmHeaderValue("dir");
        jwe.setEncryptionMethodHeaderParameter("A256GCM");
        jwe.setKeyIdHeaderValue(Secrets.hash(key(0)).substring(0, 8));
        jwe.setPlaintext("secret");
        String old = jwe.getCompactSerialization();

        assertThat(master.decrypt(old)).isEqualTo("secret");
        assertThat(master.renewed(old)).startsWith(master.mark());
        assertThat(master.decrypt(master.renewed(old))).isEqualTo("secret");
    }

    @Test
    void aProofIsGoodForAMinute() {
        Instant now = Instant.parse("2026-03-10T16:15:50Z");
        String proof = master.proof("a-service", now);

        assertThat(master.isProof(proof, "a-service", now.plusSeconds(60))).isTrue();
        assertThat(master.isProof(proof, "a-service", now.minusSeconds(60))).isTrue();
        assertThat(master.isProof(proof, "a-service", now.plusSeconds(61))).isFalse();
        String later = proof.replace(
                "" + now.getEpochSecond(), "" + now.plusSeconds(61).getEpochSecond());
        assertThat(master.isProof(later, "a-service", now.plusSeconds(61))).isFalse();
        for (String nonsense : List.of("", ".", "nothing", "1.", "99999999999999999999.a", "-1.a")) {
            assertThat(master.isProof(nonsense, "a-service", now)).isFalse();
        }
    }

    @Test
    void aProofOfEitherKeyIsAProof() {
        var both = new MasterKey(key(1), Optional.of(List.of(key(0))));

        assertThat(both.isProof(master.proof("a-service"), "a-service")).isTrue();
        assertThat(both.isProof(both.proof("a-service"), "a-service")).isTrue();
        assertThat(both.isProof(both.proof("a-service"), "another")).isFalse();
        assertThat(master.isProof(both.proof("a-service"), "a-service")).isFalse();
    }

    private static String key(int first) {
        byte[] bytes = HexFormat.of().parseHex("1f2e3d4c5b6a79880718293a4b5c6d7e8f90a1b2c3d4e5f60817263544536271");
        bytes[0] = (byte) first;
        return Base64.getEncoder().encodeToString(bytes);
    }
}
