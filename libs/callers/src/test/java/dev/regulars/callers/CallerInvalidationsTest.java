package dev.regulars.callers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallerInvalidationsTest {

    private final CallerInvalidations invalidations = new CallerInvalidations();

    @Test
    void aChangeOutdatesWhatWasRequestedBeforeIt() {
        long before = System.nanoTime();
        invalidations.invalidate("credential:k");
        long after = System.nanoTime();

        assertThat(invalidations.isCurrent(List.of("account:a", "credential:k"), before))
                .isFalse();
        assertThat(invalidations.isCurrent(List.of("account:a", "credential:k"), after))
                .isTrue();
        assertThat(invalidations.isCurrent(List.of("account:a", "credential:other"), before))
                .isTrue();
    }

    @Test
    void whatWasRequestedBeforeTheConnectionIsOutdated() {
        long before = System.nanoTime();
        invalidations.connected();

        assertThat(invalidations.isCurrent(List.of(), before)).isFalse();
        assertThat(invalidations.isCurrent(List.of(), System.nanoTime())).isTrue();
    }

    @Test
    void isConnectedWhileHeartbeatsAreRecent() {
        assertThat(invalidations.isConnected()).isFalse();

        invalidations.heartbeat(Duration.ofSeconds(2));
        assertThat(invalidations.isConnected()).isFalse();

        invalidations.heartbeat(Duration.ZERO);
        assertThat(invalidations.isConnected()).isTrue();
    }
}
