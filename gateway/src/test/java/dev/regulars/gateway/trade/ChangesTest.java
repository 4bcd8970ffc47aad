package dev.regulars.gateway.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangesTest {

    private final Changes changes = new Changes();

    @Test
    void whatWasAskedBeforeAChangeDoesNotStandAndWhatIsAskedAfterItDoes() {
        long before = System.nanoTime();
        changes.changed("credential:k");
        long after = System.nanoTime();

        assertThat(changes.stand(List.of("account:a", "credential:k"), before)).isFalse();
        assertThat(changes.stand(List.of("account:a", "credential:k"), after)).isTrue();
        assertThat(changes.stand(List.of("account:a", "credential:other"), before))
                .isTrue();
    }

    @Test
    void whatWasAskedBeforeOneListenedDoesNotStand() {
        long before = System.nanoTime();
        changes.listening();

        assertThat(changes.stand(List.of(), before)).isFalse();
        assertThat(changes.stand(List.of(), System.nanoTime())).isTrue();
    }

    @Test
    void oneIsConnectedWhileTheLastSignIsFresh() {
        assertThat(changes.isConnected()).isFalse();

        changes.sign(Duration.ofSeconds(2));
        assertThat(changes.isConnected()).isFalse();

        changes.sign(Duration.ZERO);
        assertThat(changes.isConnected()).isTrue();
    }
}
