package dev.regulars.faults.scenario.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.regulars.faults.suite.Mailboxes;
import dev.regulars.faults.suite.RetryingClient;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignUpScenarioTest {

    private final ScriptedServer server = new ScriptedServer();
    private final RetryingClient client = server.client();
    private final SignUpScenario signUps = new SignUpScenario(server.mails());

    SignUpScenarioTest() throws IOException {
        server.responds(ScriptedServer.REGISTER, 200)
                .responds(ScriptedServer.LOGIN, 200, ScriptedServer.LOGGED_IN)
                .mail("sam1@example.com", "Your code is\n\n123456\n");
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void requestsWithoutADefiniteResponseAreRetried() {
        server.forget(ScriptedServer.REGISTER)
                .responds(ScriptedServer.REGISTER, 503, 200)
                .responds(ScriptedServer.VERIFY, 500, 200, 502, 200, 400);
        signUps.run(client);
        assertThat(client.repeats()).isEqualTo(3);
        assertThat(signUps.acknowledged()).containsEntry("sam1@example.com", new AccountIds("a", "42"));
        assertThat(signUps.repeatedCodes()).singleElement().asString().startsWith("POST /api/v1/auth/verify-email");
        assertThat(signUps.violations()).isEmpty();
        signUps.verify(client);
        server.forget(ScriptedServer.VERIFY).responds(ScriptedServer.VERIFY, 200);
        assertThatThrownBy(() -> signUps.verify(client)).hasMessageContaining("expected 400");
    }

    @Test
    void aCodeThatIsAcceptedTwiceIsAViolation() {
        server.responds(ScriptedServer.VERIFY, 200, 200, 200);
        assertThatThrownBy(() -> signUps.run(client))
                .hasMessageContaining("verify-email with key sam1 again")
                .hasMessageContaining("expected 400");
    }

    @Test
    void aRefusedRepeatIsAViolation() {
        server.responds(ScriptedServer.VERIFY, 200, 400);
        assertThatThrownBy(() -> signUps.run(client)).hasMessageContaining("expected 200");
    }

    @Test
    void aVerifiedUserWhoCannotLogInIsAViolation() {
        server.responds(ScriptedServer.VERIFY, 200, 200, 400)
                .forget(ScriptedServer.LOGIN)
                .responds(ScriptedServer.LOGIN, 401);
        assertThatThrownBy(() -> signUps.run(client)).hasMessageContaining("auth/login");
        assertThat(signUps.acknowledged()).isEmpty();
    }

    @Test
    void aMailIsPendingUntilItArrives() {
        server.responds(ScriptedServer.VERIFY, 200, 200, 400);
        Set<String> pending = new HashSet<>();
        SignUpScenario[] waiting = new SignUpScenario[1];
        waiting[0] = new SignUpScenario(new Mailboxes(to -> {
            pending.addAll(waiting[0].pending());
            return server.mails().to().apply(to);
        }));
        waiting[0].run(client);
        assertThat(pending).containsExactly("sam1@example.com registered, but got no mail with a code");
        assertThat(waiting[0].pending()).isEmpty();
    }
}
