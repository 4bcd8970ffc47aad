package dev.regulars.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class SecretsTest {

    private final MasterKey master = new MasterKey(Base64.getEncoder().encodeToString(new byte[32]));

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
        byte[] other = new byte[32];
        other[0] = 1;

        assertThat(master.decrypt(encrypted)).isEqualTo("secret");
        assertThat(master.encrypt("secret")).isNotEqualTo(encrypted);
        assertThatThrownBy(() -> new MasterKey(Base64.getEncoder().encodeToString(other)).decrypt(encrypted))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("REGULARS_MASTER_KEY");
    }

    @Test
    void aKeyOfAnotherLengthIsRefusedAtTheStart() {
        assertThatThrownBy(() -> new MasterKey("c2hvcnQ=")).hasMessageContaining("must be 32 bytes");
    }
}
