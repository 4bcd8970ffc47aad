package dev.regulars.faults.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.regulars.faults.suite.Calls;
import dev.regulars.faults.suite.Mails;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignUpsTest {

    private final Stage stage = new Stage();
    private final Calls calls = stage.calls();
    private final SignUps signUps = new SignUps(stage.mails());

    SignUpsTest() throws IOException {
        stage.says(Stage.REGISTER, 200)
                .says(Stage.LOGIN, 200, Stage.LOGGED_IN)
                .mail("sam1@example.com", "Your code is\n\n123456\n");
    }

    @AfterEach
    void end() {
        stage.close();
    }

    @Test
    void whatIsNotAnsweredIsAskedAgain() {
        stage.forgets(Stage.REGISTER).says(Stage.REGISTER, 503, 200).says(Stage.VERIFY, 500, 200, 502, 200, 400);
        signUps.play(calls);
        assertThat(calls.repeats()).isEqualTo(3);
        assertThat(signUps.acknowledged()).containsEntry("sam1@example.com", new Account("a", "42"));
        assertThat(signUps.repeatedCodes()).singleElement().asString().startsWith("POST /api/v1/auth/verify-email");
        assertThat(signUps.faults()).isEmpty();
        signUps.prove(calls);
        stage.forgets(Stage.VERIFY).says(Stage.VERIFY, 200);
        assertThatThrownBy(() -> signUps.prove(calls)).hasMessageContaining("should be 400");
    }

    @Test
    void aCodeThatIsGoodTwiceIsAFault() {
        stage.says(Stage.VERIFY, 200, 200, 200);
        assertThatThrownBy(() -> signUps.play(calls))
                .hasMessageContaining("verify-email under sam1 again")
                .hasMessageContaining("should be 400");
    }

    @Test
    void aRepeatThatIsRefusedIsAFault() {
        stage.says(Stage.VERIFY, 200, 400);
        assertThatThrownBy(() -> signUps.play(calls)).hasMessageContaining("should be 200");
    }

    @Test
    void whoIsVerifiedAndCannotLogInIsAFault() {
        stage.says(Stage.VERIFY, 200, 200, 400).forgets(Stage.LOGIN).says(Stage.LOGIN, 401);
        assertThatThrownBy(() -> signUps.play(calls)).hasMessageContaining("auth/login");
        assertThat(signUps.acknowledged()).isEmpty();
    }

    @Test
    void aMailIsOwedUntilItIsThere() {
        stage.says(Stage.VERIFY, 200, 200, 400);
        Set<String> owed = new HashSet<>();
        SignUps[] waiting = new SignUps[1];
        waiting[0] = new SignUps(new Mails(to -> {
            owed.addAll(waiting[0].owed());
            return stage.mails().to().apply(to);
        }));
        waiting[0].play(calls);
        assertThat(owed).containsExactly("sam1@example.com registered, and has no mail with a code");
        assertThat(waiting[0].owed()).isEmpty();
    }
}
