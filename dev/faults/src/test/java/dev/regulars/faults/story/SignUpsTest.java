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

    static final String REGISTER = "/api/v1/auth/register";
    static final String VERIFY = "/api/v1/auth/verify-email";
    static final String LOGIN = "/api/v1/auth/login";
    static final String LOGGED_IN = """
            {"body": {"token": "t", "refreshToken": "r", "user": {"_id": "a", "userId": "42"}}}""";

    private final Stage stage = new Stage();
    private final Calls calls = stage.calls();
    private final SignUps signUps = new SignUps(stage.mails());

    SignUpsTest() throws IOException {
        stage.says(REGISTER, 200).says(LOGIN, 200, LOGGED_IN).mail("sam1@example.com", "Your code is\n\n123456\n");
    }

    @AfterEach
    void end() {
        stage.close();
    }

    @Test
    void whatIsNotAnsweredIsAskedAgain() {
        stage.forgets(REGISTER).says(REGISTER, 503, 200).says(VERIFY, 500, 200, 502, 200, 400);
        signUps.play(calls);
        assertThat(calls.repeats()).isEqualTo(3);
        assertThat(signUps.acknowledged()).containsEntry("sam1@example.com", new Account("a", "42"));
        assertThat(signUps.repeatedCodes()).singleElement().asString().startsWith("POST /api/v1/auth/verify-email");
        assertThat(signUps.faults()).isEmpty();
    }

    @Test
    void aCodeThatIsGoodTwiceIsAFault() {
        stage.says(VERIFY, 200, 200, 200);
        assertThatThrownBy(() -> signUps.play(calls))
                .hasMessageContaining("verify-email under sam1 again")
                .hasMessageContaining("should be 400");
    }

    @Test
    void aRepeatThatIsRefusedIsAFault() {
        stage.says(VERIFY, 200, 400);
        assertThatThrownBy(() -> signUps.play(calls)).hasMessageContaining("should be 200");
    }

    @Test
    void whoIsVerifiedAndCannotLogInIsAFault() {
        stage.says(VERIFY, 200, 200, 400).forgets(LOGIN).says(LOGIN, 401);
        assertThatThrownBy(() -> signUps.play(calls)).hasMessageContaining("auth/login");
        assertThat(signUps.acknowledged()).isEmpty();
    }

    @Test
    void aMailIsOwedUntilItIsThere() {
        stage.says(VERIFY, 200, 200, 400);
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
