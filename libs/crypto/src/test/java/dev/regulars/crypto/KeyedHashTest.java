package dev.regulars.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyedHashTest {

    private static final String NEW = Base64.getEncoder().encodeToString("the key that follows, 32 bytes!!".getBytes());
    private static final String OLD = Base64.getEncoder().encodeToString("the key that was used, 32 bytes!".getBytes());

    @Test
    void aHashDependsOnKeyPurposeAndText() {
        var key = new MasterKey(NEW, Optional.empty());

        assertThat(key.keyedHash("a", "x"))
                .isEqualTo(new MasterKey(NEW, Optional.empty()).keyedHash("a", "x"))
                .isNotEqualTo(key.keyedHash("b", "x"))
                .isNotEqualTo(key.keyedHash("a", "y"))
                .isNotEqualTo(new MasterKey(OLD, Optional.empty()).keyedHash("a", "x"));
    }

    @Test
    void whatWasHashedUnderAKeyBeforeIsFoundAfterItsRotation() {
        String before = new MasterKey(OLD, Optional.empty()).keyedHash("a", "x");
        var now = new MasterKey(NEW, Optional.of(List.of(OLD)));

        assertThat(now.keyedHashes("a", "x")).contains(before).startsWith(now.keyedHash("a", "x"));
    }
}
