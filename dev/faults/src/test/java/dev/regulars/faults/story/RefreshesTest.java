package dev.regulars.faults.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.regulars.faults.suite.Calls;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RefreshesTest {

    private static final String REFRESH = "/v1/auth/refresh";
    private static final String LOGIN = "/v1/auth/login";
    private static final String SESSIONS = "/v1/me/sessions";
    private static final String PAIR = """
            {"data": {"token": "t2", "refreshToken": "r2"}}""";

    private final Stage stage = new Stage();
    private final Calls calls = stage.calls();
    private final Refreshes refreshes = new Refreshes(new SignUps(stage.mails()));

    RefreshesTest() throws IOException {
        stage.says(Stage.REGISTER, 200)
                .says(Stage.VERIFY, 200, 200, 400)
                .says(Stage.LOGIN, 200, Stage.LOGGED_IN)
                .says(LOGIN, 200, PAIR)
                .mail("sam1@example.com", "123456");
    }

    @AfterEach
    void end() {
        stage.close();
    }

    @Test
    void theNextPairIsOfTheSameSession() {
        stage.says(REFRESH, 200, PAIR).says(SESSIONS, 200, sessions("s1"));
        refreshes.play(calls);
        refreshes.play(calls);
        assertThat(refreshes.tally()).isEqualTo("2 refreshes (0 unanswered, 0 replayed)");
        assertThat(refreshes.notHeld(calls)).isEmpty();
    }

    @Test
    void aRefreshWithoutAnAnswerIsNotSentAgain() {
        stage.says(REFRESH, 503).says(SESSIONS, 200, sessions("s1")).says(SESSIONS, 200, sessions("s2"));
        refreshes.play(calls);
        assertThat(calls.repeats()).isZero();
        assertThat(refreshes.tally()).contains("1 unanswered");
        assertThat(refreshes.notHeld(calls)).isEmpty();
    }

    @Test
    void aNewestTokenThatIsRefusedIsAFault() {
        stage.says(REFRESH, 401).says(SESSIONS, 200, sessions("s1"));
        assertThatThrownBy(() -> refreshes.play(calls)).hasMessageContaining("is refused");
    }

    @Test
    void aPairThatDoesNotWorkIsAFault() {
        stage.says(REFRESH, 200, PAIR).says(SESSIONS, 200, sessions("s1")).says(SESSIONS, 401, "{}");
        assertThatThrownBy(() -> refreshes.play(calls)).hasMessageContaining("should be 200");
    }

    @Test
    void aSessionThatIsNotListedIsAFault() {
        stage.says(REFRESH, 200, PAIR).says(SESSIONS, 200, sessions("s1"));
        refreshes.play(calls);
        stage.forgets(SESSIONS).says(SESSIONS, 200, sessions("s2"));
        assertThat(refreshes.notHeld(calls)).singleElement().asString().contains("another session");
        stage.forgets(SESSIONS).says(SESSIONS, 200, """
                {"data": [{"_id": "s1", "current": false}]}""");
        assertThatThrownBy(() -> refreshes.notHeld(calls)).hasMessageContaining("not listed");
    }

    @Test
    void aUsedTokenThatIsGoodAgainIsAFault() {
        stage.says(REFRESH, 200, PAIR).says(SESSIONS, 200, sessions("s1"));
        for (int i = 1; i < 40; i++) {
            refreshes.play(calls);
        }
        assertThatThrownBy(() -> refreshes.play(calls))
                .hasMessageContaining("refreshToken=r2")
                .hasMessageContaining("should be 401");
    }

    private static String sessions(String current) {
        return "{\"data\": [{\"_id\": \"s0\", \"current\": false}, {\"_id\": \"" + current + "\", \"current\": true}]}";
    }
}
