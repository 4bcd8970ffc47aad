package dev.regulars.identity.accounts.signing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.identity.accounts.signing.KeyRing.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRingTest {

    private static final Instant START = Instant.parse("2026-03-10T16:00:00Z");
    private static final Duration LEAD = Duration.ofMinutes(2);
    private static final Duration GRACE = Duration.ofMinutes(16);

    final KeyRing<String> first = new KeyRing<>(List.of(new Key<>("a", START, null)));
    final KeyRing<String> rotated = first.followedBy("b", at(10), LEAD, GRACE);

    @Test
    void newKeyIsPublishedBeforeItSigns() {
        assertThat(rotated.accepted(at(10))).containsExactly("a", "b");
        assertThat(rotated.signing(at(10))).isEqualTo("a");
        assertThat(rotated.signing(at(12).minusMillis(1))).isEqualTo("a");
        assertThat(rotated.signing(at(12))).isEqualTo("b");
    }

    @Test
    void oldKeyIsAcceptedUntilItsGraceEnds() {
        assertThat(rotated.accepted(at(28).minusMillis(1))).containsExactly("a", "b");
        assertThat(rotated.accepted(at(28))).containsExactly("b");
    }

    @Test
    void noRotationStartsWhileANewKeyWaits() {
        assertThat(rotated.isRotating(at(11))).isTrue();
        assertThat(rotated.isRotating(at(12))).isFalse();
        assertThat(first.isRotating(START)).isFalse();
    }

    @Test
    void secondRotationKeepsTheGraceOfTheFirstAndForgetsExpiredKeys() {
        KeyRing<String> soon = rotated.followedBy("c", at(20), LEAD, GRACE);
        assertThat(soon.accepted(at(27))).containsExactly("a", "b", "c");
        assertThat(soon.accepted(at(30))).containsExactly("b", "c");

        KeyRing<String> late = rotated.followedBy("c", at(40), LEAD, GRACE);
        assertThat(late.keys()).extracting(Key::key).containsExactly("b", "c");
        assertThat(late.signing(at(41))).isEqualTo("b");
    }

    @Test
    void firstKeySignsEvenIfTheClockOfItsReplicaWasAhead() {
        assertThat(first.signing(START.minusSeconds(1))).isEqualTo("a");
    }

    private static Instant at(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }
}
