package dev.regulars.faults.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.regulars.faults.suite.Calls;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LinksTest {

    private static final String INFO = "/apis/v1/users/info";
    private static final String CONFIRM = "/v1/auth/account-links/confirm";

    private final Stage stage = new Stage();
    private final Calls calls = stage.calls();
    private final Tellings tellings = new Tellings(List.of("demo"));
    private final Links links = new Links("key", new SignUps(stage.mails()), stage.mails(), tellings);

    LinksTest() throws IOException {
        stage.says(Stage.REGISTER, 200)
                .says(Stage.VERIFY, 200, 200, 400)
                .says(Stage.LOGIN, 200, Stage.LOGGED_IN)
                .says("/apis/v1/users", 202)
                .mail("sam1@example.com", "123456");
        stage.mail("sam1@example.com", "ab".repeat(32));
    }

    @AfterEach
    void end() {
        stage.close();
    }

    @Test
    void whoAgreesIsAMemberAndIsTold() {
        stage.says(INFO, 404, 404, 200).says(CONFIRM, 200, 200, 400);
        links.play(calls);
        assertThat(links.agreed()).containsOnlyKeys("sam1@example.com");
        assertThat(links.faults()).containsExactly("sam1@example.com agreed, and a receiver was not told");
        tellings.take(TellingsTest.delivery("demo", "sam1@example.com", "1", "body"));
        assertThat(links.faults()).isEmpty();
        links.prove(calls);
        stage.forgets(INFO).says(INFO, 404);
        assertThatThrownBy(() -> links.prove(calls)).hasMessageContaining("should be 200");
    }

    @Test
    void aTokenThatIsGoodTwiceIsAFault() {
        stage.says(INFO, 404).says(CONFIRM, 200);
        assertThatThrownBy(() -> links.play(calls)).hasMessageContaining("should be 400");
    }

    @Test
    void whoIsAMemberBeforeTheyAgreeIsAFault() {
        stage.says(INFO, 200);
        assertThatThrownBy(() -> links.play(calls)).hasMessageContaining("should be 404");
    }

    @Test
    void whoIsMadeAMemberWithoutBeingAskedIsAFault() {
        stage.forgets("/apis/v1/users").says("/apis/v1/users", 200);
        assertThatThrownBy(() -> links.play(calls)).hasMessageContaining("should be 202");
    }
}
