package dev.regulars.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
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
    void aProofOfEitherKeyIsAProof() {
        var both = new MasterKey(key(1), Optional.of(List.of(key(0))));

        assertThat(both.isProof(master.proof("a-service"), "a-service")).isTrue();
        assertThat(both.isProof(both.proof("a-service"), "a-service")).isTrue();
        assertThat(both.isProof(both.proof("a-service"), "another")).isFalse();
        assertThat(master.isProof(both.proof("a-service"), "a-service")).isFalse();
    }

    private static String key(int first) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) first;
        return Base64.getEncoder().encodeToString(bytes);
    }
}
