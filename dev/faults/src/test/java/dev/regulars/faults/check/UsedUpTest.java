package dev.regulars.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.faults.story.Stage;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class UsedUpTest {

    @Test
    void aCodeThatIsGoodAgainIsAFaultForEver() throws IOException {
        try (var stage = new Stage()) {
            var signUps = stage.signedUp();
            var calls = stage.calls();
            assertThat(new UsedUp(signUps, calls).faults()).isEmpty();

            stage.forgets(Stage.VERIFY).says(Stage.VERIFY, 200, 400);
            var check = new UsedUp(signUps, calls);
            assertThat(check.faults()).singleElement().asString().contains("sam1@example.com");
            assertThat(check.faults()).hasSize(1);
        }
    }
}
