package dev.regulars.faults.scenario.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.regulars.faults.suite.RetryingClient;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RefreshScenarioTest {

    private static final String REFRESH = "/v1/auth/refresh";
    private static final String LOGIN = "/v1/auth/login";
    private static final String SESSIONS = "/v1/me/sessions";
    private static final String PAIR = """
            {"data": {"token": "t2", "refreshToken": "r2"}}""";

    private final ScriptedServer server = new ScriptedServer();
    private final RetryingClient client = server.client();
    private final RefreshScenario refreshes = new RefreshScenario(new SignUpScenario(server.mails()), Duration.ZERO);

    RefreshScenarioTest() throws IOException {
        server.responds(ScriptedServer.REGISTER, 200)
                .responds(ScriptedServer.VERIFY, 200, 200, 400)
                .responds(ScriptedServer.LOGIN, 200, ScriptedServer.LOGGED_IN)
                .responds(LOGIN, 200, PAIR)
                .mail("sam1@example.com", "123456");
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void aRefreshKeepsTheSession() {
        server.responds(REFRESH, 200, PAIR).responds(SESSIONS, 200, sessions("s1"));
        refreshes.run(client);
        refreshes.run(client);
        assertThat(refreshes.summary()).isEqualTo("2 refreshes (0 unanswered, 0 replayed)");
        assertThat(refreshes.lostSessions(client)).isEmpty();
    }

    @Test
    void aRefreshWithoutAResponseIsNotRetried() {
        server.responds(REFRESH, 503).responds(SESSIONS, 200, sessions("s1")).responds(SESSIONS, 200, sessions("s2"));
        refreshes.run(client);
        assertThat(client.repeats()).isZero();
        assertThat(refreshes.summary()).contains("1 unanswered");
        assertThat(refreshes.lostSessions(client)).isEmpty();
    }

    @Test
    void aRefusedNewestTokenIsAViolation() {
        server.responds(REFRESH, 401).responds(SESSIONS, 200, sessions("s1"));
        assertThatThrownBy(() -> refreshes.run(client)).hasMessageContaining("is refused");
    }

    @Test
    void anUnusableTokenPairIsAViolation() {
        server.responds(REFRESH, 200, PAIR)
                .responds(SESSIONS, 200, sessions("s1"))
                .responds(SESSIONS, 401, "{}");
        assertThatThrownBy(() -> refreshes.run(client)).hasMessageContaining("expected 200");
    }

    @Test
    void anUnlistedSessionIsAViolation() {
        server.responds(REFRESH, 200, PAIR).responds(SESSIONS, 200, sessions("s1"));
        refreshes.run(client);
        server.forget(SESSIONS).responds(SESSIONS, 200, sessions("s2"));
        assertThat(refreshes.lostSessions(client)).singleElement().asString().contains("another session");
        server.forget(SESSIONS).responds(SESSIONS, 200, """
                {"data": [{"_id": "s1", "current": false}]}""");
        assertThatThrownBy(() -> refreshes.lostSessions(client)).hasMessageContaining("not listed");
    }

    @Test
    void anAcceptedReplayIsAViolation() {
        server.responds(REFRESH, 200, PAIR).responds(SESSIONS, 200, sessions("s1"));
        for (int i = 1; i < 40; i++) {
            refreshes.run(client);
        }
        assertThatThrownBy(() -> refreshes.run(client))
                .hasMessageContaining("refreshToken=r2")
                .hasMessageContaining("expected 401");
    }

    private static String sessions(String current) {
        return "{\"data\": [{\"_id\": \"s0\", \"current\": false}, {\"_id\": \"" + current + "\", \"current\": true}]}";
    }
}
